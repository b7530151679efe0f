/**
 * The same text in memory of its own. A piece that was cut out of a text is a view of it in every engine, and whoever keeps the piece
 * keeps the whole: of a cookie that is remembered, all the others beside it.
 */
export function textOfItsOwn(text: string): string {
  // Putting together makes a new text, and the cut is a view of that one.
  return `${text} `.slice(0, -1)
}
