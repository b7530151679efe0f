/** A database of one test: the value of `LATCHKEY_DATABASE_URL` that opens it, and how to be rid of it. */
export interface TestDatabase {
  readonly url: string
  drop(): Promise<void>
}

/** Brings the database at this URL to its schema and closes every connection to it. */
export type Migrate = (url: string) => Promise<void>

/** One kind of database that storage and HTTP suites run on: `describe.each(databases)('… on $dialect', ({ open }) => …)`. */
export interface TestDialect {
  readonly dialect: 'sqlite' | 'postgres'
  /** A fresh, empty database. */
  open(): Promise<TestDatabase>
  /** Migrates once per worker and hands out copies of the result, which takes milliseconds each. */
  fromTemplate(migrate: Migrate): Promise<TestDatabase>
}
