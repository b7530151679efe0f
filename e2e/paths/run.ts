import { cpSync, mkdirSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installPackages, installTarballs } from '../support/install.ts'
import { packed } from '../support/packed.ts'
import { cache, root } from '../support/paths.ts'
import type { Ground } from './paths-app.ts'
import { pathsSuite } from './paths-suite.ts'

const packages = readdirSync(join(root, 'packages')).filter((name) => name !== 'server' && name !== 'cli')
const { tarballs, folder: unpacked } = await packed()

const on16: Ground = {
  next: '16',
  folder: join(cache, 'paths/app'),
  proxyFile: 'proxy.ts',
  port: 3670,
  builtFrom: packages.map((name) => join(root, 'packages', name)),
}

// Outside of the repository, so that no other Next.js can be found by chance.
const folder = join(tmpdir(), 'latchkey-e2e-paths-15')
const on15: Ground = {
  next: '15',
  folder,
  proxyFile: 'middleware.ts',
  port: 3671,
  builtFrom: [unpacked],
  async prepare() {
    mkdirSync(folder, { recursive: true })
    for (const file of ['package.json', 'package-lock.json']) cpSync(join(import.meta.dirname, '../next-15/app', file), join(folder, file))
    await installPackages(folder)
    await installTarballs(folder, tarballs)
  },
}

await pathsSuite({ suite: 'paths', port: 4670, on15, on16 })
