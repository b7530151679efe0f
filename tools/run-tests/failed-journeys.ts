/**
 * Collects what failed from the lines a suite prints: a title behind `✗ `, and what it says of it indented below.
 * @returns what to tell every line to, in order, and what has failed so far
 */
export function failedJourneys(): { readonly line: (text: string) => void; readonly failures: readonly string[] } {
  const failures: string[] = []
  let below = false
  const line = (text: string) => {
    const title = text.startsWith('✗ ')
    if (title) failures.push(text.slice(2))
    below = title || (below && text.startsWith('    '))
    if (below && !title) failures.push(`${failures.pop()}\n${text}`)
  }
  return { line, failures }
}
