import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { command } from '../run-tests/command.ts'

/**
 * Compiles the sources of packages to JavaScript and declarations; `<out>/<package>/src/…` mirrors `packages/`. By hand: tsdown would make
 * the same modules in four times the time, as it starts the same compiler once for each package's declarations.
 * @param names folders below `packages/`
 * @throws when TypeScript finds an error
 */
export async function compile(root: string, names: readonly string[], out: string): Promise<void> {
  const config = join(out, 'tsconfig.json')
  writeFileSync(config, JSON.stringify(settings(root, names, out)))
  const code = await command(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', config], { limit: 5 })
  if (code !== 0) throw new Error('The packages do not compile: see the messages of TypeScript above.')
  rmSync(config)
  // Declarations keep the extensions that sources import each other by.
  for (const path of globSync('**/*.d.ts', { cwd: out })) {
    const text = readFileSync(join(out, path), 'utf8')
    writeFileSync(join(out, path), text.replaceAll(/((?:from|import)\s*\(?\s*)(["'])(\.\.?\/[^"']+)\.tsx?\2/g, '$1$2$3.js$2'))
  }
}

function settings(root: string, names: readonly string[], out: string): object {
  return {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: {
      rootDir: join(root, 'packages'),
      outDir: out,
      noEmit: false,
      noEmitOnError: true,
      declaration: true,
      rewriteRelativeImportExtensions: true,
      allowImportingTsExtensions: true,
      typeRoots: [join(root, 'node_modules/@types')],
    },
    include: names.map((name) => join(root, 'packages', name, 'src')),
    exclude: ['*.test.ts', '*.test.tsx', 'testing/**'].map((pattern) => join(root, 'packages/**', pattern)),
  }
}
