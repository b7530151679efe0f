import { DatabaseError } from 'pg'
import { Duplicate, Orphan, StorageUnavailable } from '../errors.ts'

const uniqueViolation = '23505'
const foreignKeyViolation = '23503'
const retried: ReadonlySet<string> = new Set(['40001', '40P01'])
/**
 * Lost connections, refused logins, no such database, too little of something, somebody's shutdown, failing disks; and
 * single codes: a statement over its time, a lock over its time, a server that only reads.
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const unavailableClasses: ReadonlySet<string> = new Set(['08', '28', '3D', '40', '53', '57', '58', 'XX'])
const unavailableCodes: ReadonlySet<string> = new Set(['25P03', '25006', '55P03'])

/** What an error of PostgreSQL means to us; an error that is neither a duplicate nor an outage stays what it is: a bug. */
export function postgresError(error: unknown): unknown {
  if (error instanceof DatabaseError && error.code !== undefined) {
    if (error.code === uniqueViolation) return new Duplicate(error.table ?? '', error.constraint ?? '', error)
    if (error.code === foreignKeyViolation) return new Orphan(error)
    const outage = unavailableCodes.has(error.code) || unavailableClasses.has(error.code.slice(0, 2))
    return outage ? new StorageUnavailable(error) : error
  }
  return isOurs(error) || error instanceof TypeError ? error : new StorageUnavailable(error)
}

/** Did PostgreSQL give up one of several transactions that stood in each other's way? Then running it again helps. */
export function isConflict(error: unknown): boolean {
  const cause = error instanceof StorageUnavailable ? error.cause : error
  return cause instanceof DatabaseError && cause.code !== undefined && retried.has(cause.code)
}

/** Was it a write outside a transaction? */
export function isReadOnly(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '25006'
}

function isOurs(error: unknown): boolean {
  return error instanceof StorageUnavailable || error instanceof Duplicate || error instanceof Orphan
}
