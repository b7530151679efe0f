import { createHash } from 'node:crypto'
import { type Said, say, type Send } from './said.ts'

/** Where pages of a test's application are. */
export const appOrigin = 'https://app.example.com'

/** A browser's side of the conversation: keeps cookies, speaks to the Frontend API. */
export interface Visitor {
  /** The value of its client cookie. */
  clientToken(): string
  /** Sends a form, or asks when there is none; redirects are not followed. */
  ask(path: string, form?: { readonly [name: string]: string }): Promise<Said>
}

/** A visitor with an empty cookie jar. */
export function newVisitor(send: Send, base: string, publishableKey: string): Visitor {
  const jar = new Map<string, string>()
  const suffix = createHash('sha1').update(publishableKey).digest('base64url').slice(0, 8)
  return {
    clientToken: () => jar.get(`__client_${suffix}`) ?? '',
    async ask(path, form) {
      const headers = { origin: appOrigin, cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }
      const content = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }
      const said = await say(send, new Request(`${base}/v1${path}`, { headers, ...content }))
      for (const line of said.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        jar.set(name, value)
      }
      return said
    },
  }
}
