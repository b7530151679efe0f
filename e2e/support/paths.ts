import { resolve } from 'node:path'

/** The repository. */
export const root = resolve(import.meta.dirname, '../..')

/** Where suites keep what may be thrown away at any time: logs, data directories, fetched scripts. Ignored by git. */
export const cache = resolve(root, '.cache/e2e')

/** Where screenshots of failed journeys go. Ignored by git. */
export const results = resolve(root, 'test-results')
