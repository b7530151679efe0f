import { html } from 'hono/html'
import type { Rich } from '@latchkey/words'

/** HTML that may stand as it is. Only {@link markup} makes it, so a text can never pass for it. */
export class Markup {
  readonly text: string
  /** By which the template knows it. */
  readonly isEscaped = true

  constructor(text: string) {
    this.text = text
  }

  toString(): string {
    return this.text
  }
}

/**
 * What may stand in a template: `null` and `false` are nothing, so that a part can be left out where it stands. A list is a sentence with
 * links in it, or parts of one kind.
 */
export type Part = Markup | string | number | null | false | Rich

/** The one way into a page: everything in the holes is escaped for text and quoted attributes, unless it is markup already. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(html(strings, ...parts).toString())
}

/** A URL as it may stand in `href` or `action`: http, https or a path of this server; anything else leads nowhere. */
export function webUrl(url: string): string {
  if (/^\/(?![/\\])/.test(url)) return url
  const parsed = URL.parse(url)
  return parsed !== null && /^https?:$/.test(parsed.protocol) ? parsed.href : '#'
}
