import { pathsSuite } from './paths-suite.ts'
import { cache, root } from '../support/paths.ts'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const packages = readdirSync(join(root, 'packages')).filter((name) => name !== 'server' && name !== 'cli')

await pathsSuite({
  suite: 'paths',
  folder: join(cache, 'paths/app'),
  proxyFile: 'proxy.ts',
  ports: { server: 4670, app: 3670 },
  builtFrom: packages.map((name) => join(root, 'packages', name)),
})
