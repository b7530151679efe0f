const DAY_MS = 86_400_000

/** How many days it takes until everything was walked on every database. */
const DAYS = 5

/**
 * What of a long walk is gone today: everything on SQLite; on PostgreSQL every fifth, another one each day, since the code between the
 * request and the storage is the same. `LATCHKEY_WALK=whole` goes all the way.
 * @param day days since 1970, in UTC
 */
export function ofToday<Step>(dialect: string, steps: readonly Step[], day = Math.floor(Date.now() / DAY_MS)): readonly Step[] {
  if (dialect === 'sqlite' || process.env['LATCHKEY_WALK'] === 'whole') return steps
  return steps.filter((_, index) => index % DAYS === day % DAYS)
}
