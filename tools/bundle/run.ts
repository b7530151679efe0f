import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { buildPages } from '../pages/build-pages.ts'
import { root } from '../run-tests/root.ts'
import { bundle } from './bundle.ts'

const out = join(root, 'build')
await buildPages(root)
await bundle(root, out)
cpSync(join(root, 'packages/server/pages'), join(out, 'pages'), { recursive: true })
console.log('The server is in build/: take the folder anywhere and run node latchkey.js start.')
