import type { Rich } from '@latchkey/words'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** HTML that may stand as it is. Only {@link markup} makes it, so a text can never pass for it. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/**
 * What may stand in a template: `null` and `false` are nothing, so that a part can be left out where it stands. A list is a sentence with
 * links in it, or parts of one kind.
 */
export type Part = Markup | string | number | null | false | Rich

/** The one way into a page: everything in the holes is escaped for text and quoted attributes, unless it is markup already. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((string, index) => string + (index < parts.length ? render(parts[index]!) : '')).join(''))
}

function render(part: Part): string {
  if (part === null || part === false) return ''
  if (part instanceof Markup) return part.text
  // What merely looks like markup is neither that nor a list, and throws.
  if (typeof part === 'object') return part.map((one) => render(one as Part)).join('')
  return String(part).replace(/[&<>"']/g, (character) => ENTITIES[character]!)
}

/** A URL as it may stand in `href` or `action`: http, https or a path of this server; anything else leads nowhere. */
export function webUrl(url: string): string {
  if (/^\/(?![/\\])/.test(url)) return url
  const parsed = URL.parse(url)
  return parsed !== null && /^https?:$/.test(parsed.protocol) ? parsed.href : '#'
}
