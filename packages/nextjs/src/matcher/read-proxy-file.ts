/** What the text of an app's `proxy.ts` or `middleware.ts` says of which requests it sees, and which of them are for everybody. */
export interface ProxyFile {
  /** Entries of the matcher; `null` when there is none, so that every request is seen. */
  readonly matcher: readonly string[] | null
  /** Routes written out as texts and expressions; those that a function decides are not known. */
  readonly publicRoutes: readonly (string | RegExp)[]
}

/** Reads the text. Next.js takes a matcher that is written out only, so it can be read here as well. */
export function readProxyFile(text: string): ProxyFile {
  const code = withoutComments(text)
  const matcher = /\bmatcher\s*:\s*/.exec(code)
  const routes = /\b(?:publicRoutes|ignoredRoutes)\s*:\s*/g
  return {
    matcher: matcher === null ? null : entriesAt(code, matcher.index + matcher[0].length).filter((one) => typeof one === 'string'),
    publicRoutes: [...code.matchAll(routes)].flatMap((found) => entriesAt(code, found.index + found[0].length)),
  }
}

const TEXT = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/y
const EXPRESSION = /\/((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([a-z]*)/y

/** A text, an expression, or a list of them. An entry with conditions does not count: it is there for some requests only. */
function entriesAt(code: string, from: number): readonly (string | RegExp)[] {
  const found: (string | RegExp)[] = []
  const isList = code[from] === '['
  for (let at = isList ? from + 1 : from; at < code.length;) {
    const [text, expression] = [matchAt(TEXT, code, at), matchAt(EXPRESSION, code, at)]
    if (text !== null) {
      found.push(unescaped(text[1] ?? text[2] ?? text[3] ?? ''))
      at += text[0].length
    } else if (expression !== null) {
      found.push(new RegExp(expression[1]!, expression[2]!.replace(/[gy]/g, '')))
      at += expression[0].length
    } else if (code[at] === '{') {
      const end = code.indexOf('}', at)
      const object = code.slice(at, end === -1 ? undefined : end)
      const source = /\bsource\s*:\s*/.exec(object)
      const conditional = /\b(?:has|missing)\s*:/.test(object)
      if (source !== null && !conditional) found.push(...entriesAt(code, at + source.index + source[0].length))
      at = end === -1 ? code.length : objectEnd(code, at)
    } else if (code[at] === ']' && isList) {
      return found
    } else {
      at++
    }
    if (!isList) return found
  }
  return found
}

/** Behind the brace that closes the one at `from`. */
function objectEnd(code: string, from: number): number {
  let depth = 0
  for (let at = from; at < code.length; at++) {
    const text = matchAt(TEXT, code, at)
    if (text !== null) at += text[0].length - 1
    else if (code[at] === '{') depth++
    else if (code[at] === '}' && --depth === 0) return at + 1
  }
  return code.length
}

function matchAt(expression: RegExp, code: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at
  return expression.exec(code)
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/g, '$1')
}

/** Leaves texts alone, in which two slashes may stand. */
function withoutComments(text: string): string {
  return text.replaceAll(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|\/\*[\s\S]*?\*\/|(?<![\\/*])\/\/.*/g, (part) =>
    part.startsWith('/') ? ' ' : part,
  )
}
