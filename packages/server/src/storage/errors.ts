/**
 * The database could not do it now: unreachable, locked, full or failing. Nothing was decided, and trying again is right.
 * After a lost connection during a commit the outcome is unknown. The http layer answers 503.
 */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable'

  constructor(cause: unknown) {
    super('storage is unavailable', { cause })
  }
}

/** A foreign key refused a row: what it belongs to was deleted a moment ago. The transaction is rolled back. */
export class Orphan extends Error {
  override readonly name = 'Orphan'

  constructor(cause: unknown) {
    super('what the row belongs to is gone', { cause })
  }
}

/** A unique index refused a row. The transaction it happened in is rolled back, whoever catches this. */
export class Duplicate extends Error {
  override readonly name = 'Duplicate'
  readonly table: string
  /** `<table>_pkey`, or `<table>_<columns but instance_id>_key`; the same name on both databases. */
  readonly constraint: string

  constructor(table: string, constraint: string, cause: unknown) {
    super(`duplicate in ${table}: ${constraint}`, { cause })
    this.table = table
    this.constraint = constraint
  }
}
