import { root } from '../run-tests/root.ts'
import { buildPages } from './build-pages.ts'

console.log((await buildPages(root)) ? 'The hosted pages were built.' : 'The hosted pages are as built before.')
