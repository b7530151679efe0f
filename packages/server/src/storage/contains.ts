import { sql } from 'kysely'
import type { Expression, SqlBool } from 'kysely'

/** Is the text somewhere in the expression, whatever its case? Wildcards in it stand for themselves. */
export function contains(expression: Expression<string | null>, text: string): Expression<SqlBool> {
  const pattern = `%${text.replace(/[\\%_]/g, (wildcard) => `\\${wildcard}`)}%`
  return sql<SqlBool>`lower(${expression}) like lower(${pattern}) escape '\\'`
}
