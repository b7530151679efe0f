const OPEN = '⟦'
const CLOSE = '⟧'

/**
 * Words with each of them in marks that also name it, `⟦pages.home.next:Next⟧`, so that one sees in what was drawn which text is a word of
 * a language and which is not. What a sentence is given stands outside of the marks: whoever gives it answers for it.
 */
export function pseudo<T>(words: T, path = ''): T {
  return marked(words, path) as T
}

function marked(value: unknown, path: string): unknown {
  if (typeof value === 'string') return mark(path, value)
  if (typeof value === 'function') return (...given: unknown[]) => said(path, value(...given.map((one) => outside(path, one))))
  if (typeof value !== 'object' || value === null) return value
  const below = (key: string) => (path === '' ? key : `${path}.${key}`)
  // What a language is called is for machines.
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, below(key) === 'tag' ? one : marked(one, below(key))]))
}

const mark = (path: string, text: string) => `${OPEN}${path}:${text}${CLOSE}`

/** What a sentence came to: a text, or a list of texts with pieces between them. */
function said(path: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => (typeof one === 'string' ? mark(path, one) : one))
  return mark(path, String(value))
}

/** An empty text says that there is nothing to say. A function is given words, and makes pieces of them. */
function outside(path: string, given: unknown): unknown {
  if (typeof given === 'string' && given !== '') return `${CLOSE}${given}${OPEN}${path}:`
  if (typeof given === 'function') return (word: string) => given(mark(path, word))
  return given
}

/** The paths of all words. */
export function pathsOf(words: unknown, path = ''): readonly string[] {
  if (typeof words !== 'object' || words === null) return typeof words === 'string' || typeof words === 'function' ? [path] : []
  return Object.entries(words).flatMap(([key, one]) => pathsOf(one, path === '' ? key : `${path}.${key}`))
}

/** The words that were drawn, by their paths. */
export function pathsIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/⟦([\w.]+):/g)].map(([, path]) => path!))
}

/**
 * What people would read in no language but the one it was written in: letters outside of all marks, in the texts of what was drawn.
 * @param data what may stand there: names, addresses, commands
 */
export function strayWords(texts: readonly string[], data: readonly (string | RegExp)[] = []): readonly string[] {
  return texts.flatMap((text) => {
    const unmarked = text.replaceAll(/⟦[^⟦⟧]*⟧/g, ' ')
    const left = data.reduce<string>((rest, one) => rest.replaceAll(typeof one === 'string' ? one : new RegExp(one, 'g'), ' '), unmarked)
    return /[\p{L}⟦⟧]/u.test(left) ? [left.replaceAll(/\s+/g, ' ').trim()] : []
  })
}

/** The texts of a page that people see, hear, or find in its tab: between tags, and in the attributes that are read out or shown. */
export function textsOf(html: string): readonly string[] {
  const bare = html.replaceAll(/<!--.*?-->|<(style|script)\b.*?<\/\1>/gs, '')
  const attributes = [...bare.matchAll(/\s(?:aria-label|alt|title|placeholder|label|data-say-[\w-]+)="([^"]*)"/g)].map(([, text]) => text!)
  return [...bare.split(/<[^>]*>/), ...attributes].map(decoded).filter((text) => text.trim() !== '')
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'", nbsp: ' ' }

const decoded = (text: string) => text.replaceAll(/&([#\w]+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
