import { sql } from 'kysely'
import type { Expression, SqlBool } from 'kysely'
import { fold } from './fold.ts'

/** Is the text somewhere in a folded expression? Wildcards in the text stand for themselves. */
export function contains(folded: Expression<string | null>, text: string): Expression<SqlBool> {
  const pattern = `%${fold(text).replace(/[\\%_]/g, (wildcard) => `\\${wildcard}`)}%`
  return sql<SqlBool>`${folded} like ${pattern} escape '\\'`
}
