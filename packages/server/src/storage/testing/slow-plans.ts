import { DatabaseSync } from 'node:sqlite'
import { databasePath } from '../sqlite/open-sqlite.ts'

/** What is looked for by no more than its instance and what kind of row it is. */
const onlyTheInstance = /\(instance_id=\?(?: AND (?:type|kind|purpose)=\?)*\)$/

/**
 * How SQLite would run statements, where it would read more than it needs: a whole table, or a whole instance by nothing but
 * its id. What lists, counts or clears up may; everything else grows slow with the number of users.
 */
export function slowPlans(url: string, statements: Iterable<string>): string[] {
  const database = new DatabaseSync(databasePath(url), { readOnly: true })
  try {
    return [...statements].flatMap((statement) =>
      explain(database, statement)
        .filter((step) => /^SCAN (?!CONSTANT|\w+ VIRTUAL|chosen|late)/.test(step) || onlyTheInstance.test(step))
        .map((step) => `${step}: ${statement}`),
    )
  } finally {
    database.close()
  }
}

function explain(database: DatabaseSync, statement: string): string[] {
  if (!/^\s*(select|insert|update|delete|with)\b/i.test(statement)) return []
  return database
    .prepare(`explain query plan ${statement}`)
    .all()
    .map((row) => String(row['detail']))
}
