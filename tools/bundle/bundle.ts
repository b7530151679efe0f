import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'rolldown'

/**
 * Bundles the command and the server into plain JavaScript that needs no packages beside it: `latchkey.js`, and `server.js`
 * for whoever embeds it. A process of it has neither the compiler for types in memory nor the hundreds of modules that nobody calls.
 */
export async function bundle(root: string, out: string): Promise<void> {
  await build({
    input: { latchkey: join(root, 'packages/cli/src/bin.ts'), server: join(root, 'packages/server/src/index.ts') },
    platform: 'node',
    // Spells out what a package may find missing at run time; pg asks for its native half this way.
    external: ['pg-native'],
    output: { dir: out, format: 'esm', cleanDir: true, chunkFileNames: 'parts/[name].js' },
    logLevel: 'warn',
  })
  const { version, license } = JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8')) as {
    version: string
    license: string
  }
  const manifest = {
    name: 'latchkey',
    version,
    license,
    type: 'module',
    bin: { latchkey: './latchkey.js' },
    exports: './server.js',
    engines: { node: '>=24' },
  }
  writeFileSync(join(out, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}
