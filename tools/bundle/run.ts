import { join } from 'node:path'
import { root } from '../run-tests/root.ts'
import { bundle } from './bundle.ts'

await bundle(root, join(root, 'build'))
console.log('The server is in build/: take the folder anywhere and run node latchkey.js start.')
