/** What ends a line, hides itself, or turns the direction of writing; the two joiners that some scripts need are kept. */
const unwanted = /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Zs}]|(?![\u200c\u200d])\p{Cf}/gu

/** A text as one visible line, fit for a mail's header: every unwanted character becomes a space, spaces become one, long ends are cut. */
export function plainLine(text: string, maxLength = 200): string {
  const line = text
    .slice(0, maxLength * 4)
    .replace(unwanted, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
  return line.length <= maxLength
    ? line
    : `${[...line]
        .slice(0, maxLength - 1)
        .join('')
        .trimEnd()}…`
}
