import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Does the TypeScript compiler take the file, and all that it imports, with this text in its place? Tried in a temporary copy. */
export function compiles(root: string, workspace: string, file: string, text: string): boolean {
  const copy = mkdtempSync(join(tmpdir(), 'latchkey-mutant-'))
  try {
    cpSync(join(root, workspace, 'src'), join(copy, workspace, 'src'), { recursive: true })
    cpSync(join(root, workspace, 'package.json'), join(copy, workspace, 'package.json'))
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
    writeFileSync(join(copy, file), text)
    const compilerOptions = { typeRoots: ['./node_modules/@types'] }
    const config = { extends: join(root, 'tsconfig.json'), include: [file], exclude: [], compilerOptions }
    writeFileSync(join(copy, 'tsconfig.json'), JSON.stringify(config))
    return spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--project', copy]).status === 0
  } finally {
    rmSync(copy, { recursive: true })
  }
}
