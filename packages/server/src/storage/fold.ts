/** A text as it is searched and sorted by: the same for every case of a letter and every way to write it in Unicode. */
export function fold<Text extends string | null>(text: Text): Text {
  return (text === null ? null : text.normalize('NFKC').toLowerCase()) as Text
}
