import { Duplicate, Orphan, StorageUnavailable } from '../errors.ts'

const constraintPrimaryKey = 1555
const constraintUnique = 2067
const constraintRowid = 2579
const constraintForeignKey = 787
/** busy, locked, no memory, read-only, interrupted, I/O, corrupt, full, cannot open, lock protocol, not a database */
const unavailable: ReadonlySet<number> = new Set([5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 26])

/** What an error of SQLite means to us; an error that is neither a duplicate nor an outage stays what it is: a bug. */
export function sqliteError(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  if (isClosed(error)) return new StorageUnavailable(error)
  const code = resultCode(error)
  if (code === null) return error
  if (code === constraintPrimaryKey || code === constraintUnique || code === constraintRowid) return duplicate(error, code)
  if (code === constraintForeignKey) return new Orphan(error)
  return unavailable.has(code & 0xff) ? new StorageUnavailable(error) : error
}

/** Is somebody else writing? Then waiting helps. */
export function isBusy(error: unknown): boolean {
  const code = resultCode(error)
  return code !== null && (code & 0xff) === 5
}

/** Was it a write on a connection that only reads? */
export function isReadOnly(error: unknown): boolean {
  const code = resultCode(error)
  return code !== null && (code & 0xff) === 8
}

function resultCode(error: unknown): number | null {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : null
}

function isClosed(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_INVALID_STATE'
}

/** SQLite names the columns, never the index: the name is made of them, as it was when the index was. */
function duplicate(error: Error, code: number): Duplicate {
  const columns = [...error.message.matchAll(/(\w+)\.(\w+)/g)].map(([, table = '', column = '']) => ({ table, column }))
  const table = columns[0]?.table ?? ''
  const named = columns.map(({ column }) => column).filter((column) => column !== 'instance_id')
  return new Duplicate(table, code === constraintUnique ? `${table}_${named.join('_')}_key` : `${table}_pkey`, error)
}
