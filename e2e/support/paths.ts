import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** The repository. */
export const root = resolve(import.meta.dirname, '../..')

/** Where suites keep what may be thrown away at any time: logs, data directories, fetched scripts. Ignored by git. */
export const cache = resolve(root, '.cache/e2e')

/** Where screenshots of failed journeys go. Ignored by git. */
export const results = resolve(root, 'test-results')

/**
 * A suite's folder outside of the repository, so that nothing of it can be found by chance. Checkouts beside each other have one each, and
 * find again in theirs what was installed and built before.
 */
export function homeOf(suite: string): string {
  return join(tmpdir(), `latchkey-e2e-${createHash('sha256').update(root).digest('hex').slice(0, 8)}`, suite)
}
