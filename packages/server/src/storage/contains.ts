import { type Expression, sql, type SqlBool } from 'kysely'

/** Is the text somewhere in a folded expression? Wildcards in the text stand for themselves. */
export function contains(folded: Expression<string | null>, text: string): Expression<SqlBool> {
  const pattern = `%${fold(text).replace(/[\\%_]/g, (wildcard) => `\\${wildcard}`)}%`
  return sql<SqlBool>`${folded} like ${pattern} escape '\\'`
}

/** A text as it is searched and sorted by: the same for every case of a letter and every way to write it in Unicode. */
export function fold<Text extends string | null>(text: Text): Text {
  return (text === null ? null : text.normalize('NFKC').toLowerCase()) as Text
}
