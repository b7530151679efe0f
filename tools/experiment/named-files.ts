import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the compiler says of a copy. */
export interface Compiled {
  /** The files it names, each once. */
  readonly files: readonly string[]
  readonly output: string
}

/** Has TypeScript read the product in a copy, tests apart. */
export function compile(root: string, copy: string): Compiled {
  const exclude = ['**/*.test.ts', '**/*.test.tsx', '**/testing/**', 'node_modules', '**/node_modules']
  const compilerOptions = { typeRoots: ['./node_modules/@types'] }
  writeFileSync(
    join(copy, 'tsconfig.json'),
    JSON.stringify({ extends: join(root, 'tsconfig.json'), include: ['packages/*/src'], exclude, compilerOptions }),
  )
  const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--project', copy], {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  return { files: namedFiles(stdout), output: stdout }
}

/** The files that errors stand in, in the order of their first error. */
export function namedFiles(output: string): readonly string[] {
  return [...new Set([...output.matchAll(/^(\S+?)\(\d+,\d+\): error /gm)].map(([, file]) => file!))]
}
