/**
 * The expression of one entry of a matcher, as Next.js reads it: `/a/:path*`, `/((?!_next).*)`. `null` for what this does not
 * understand. @see https://nextjs.org/docs/app/api-reference/file-conventions/proxy#matcher
 */
export function matcherExpression(source: string): RegExp | null {
  let written = ''
  let literal = ''
  let at = 0
  const flush = (prefixed: boolean): string => {
    const prefix = prefixed && /[/.]$/.test(literal) ? literal.at(-1)! : ''
    written += escaped(prefix === '' ? literal : literal.slice(0, -1))
    literal = ''
    return escaped(prefix)
  }
  while (at < source.length) {
    const named = /^:\w+/.exec(source.slice(at))?.[0] ?? ''
    const group = groupAt(source, at + named.length)
    if (group === null || source[at] === '{' || source[at] === '}') return null
    if (named === '' && group === '') {
      if (source[at] === '\\') at++
      literal += source[at++] ?? ''
      continue
    }
    at += named.length + group.length
    const often = /[*+?]/.test(source[at] ?? '') ? source[at++]! : ''
    const prefix = flush(true)
    const one = group === '' ? '[^/#?]+?' : group.slice(1, -1)
    if (often === '*' || often === '+') written += `(?:${prefix}(?:${one})(?:${prefix}(?:${one}))*)${often === '*' ? '?' : ''}`
    else written += `(?:${prefix}(?:${one}))${often}`
  }
  flush(false)
  try {
    // Next.js takes the data of a page for the page.
    return new RegExp(`^${written}(?:\\.json)?[/#?]?$`)
  } catch {
    return null
  }
}

/** A group in parentheses, `''` where none begins, `null` where it does not end. */
function groupAt(source: string, from: number): string | null {
  if (source[from] !== '(') return ''
  let depth = 0
  for (let at = from; at < source.length; at++) {
    if (source[at] === '\\') at++
    else if (source[at] === '(') depth++
    else if (source[at] === ')' && --depth === 0) return source.slice(from, at + 1)
  }
  return null
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
