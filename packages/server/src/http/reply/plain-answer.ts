import { PAGE_CSP } from '../html/index.ts'
import type { CorsHeaders } from './cors.ts'
import type { Reply } from './reply.ts'

/** An answer down to its bytes, by whatever means it leaves. */
export interface PlainAnswer {
  readonly status: number
  readonly headers: { readonly [name: string]: string }
  /** Values of `Set-Cookie`, which has a line for each. */
  readonly cookies: readonly string[]
  readonly body: string | Uint8Array<ArrayBuffer> | null
}

const always = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' }

/** Headers of every answer by its kind; what a handler sets itself wins. */
const usual: { readonly [Type in Reply['type']]: { readonly [name: string]: string } } = {
  // Bare: the Backend SDK compares the whole value.
  json: { ...always, 'Content-Type': 'application/json' },
  html: { ...always, 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': PAGE_CSP, 'X-Frame-Options': 'DENY' },
  file: always,
  none: always,
}

/** The one place where headers are set: once, and nothing is kept by caches unless a handler says so. */
export function plainAnswer(reply: Reply, cors: CorsHeaders | null): PlainAnswer {
  const { status, cookies } = reply
  const headers: { [name: string]: string | null } = { ...usual[reply.type], ...cors, ...reply.headers }
  if (reply.type === 'html') for (const name of Object.keys(headers)) if (headers[name] === null) delete headers[name]
  return { status, headers: headers as PlainAnswer['headers'], cookies, body: bodyOf(reply) }
}

function bodyOf(reply: Reply): PlainAnswer['body'] {
  switch (reply.type) {
    case 'json':
      return JSON.stringify(reply.body)
    case 'html':
      return reply.body as string
    case 'file':
      return reply.body as Uint8Array<ArrayBuffer>
    case 'none':
      return null
    default:
      return reply.type satisfies never
  }
}

/** An answer as a web-standard Response, for whoever embeds the server. */
export function toResponse({ status, headers, cookies, body }: PlainAnswer): Response {
  if (cookies.length === 0) return new Response(body, { status, headers })
  return new Response(body, {
    status,
    headers: [...Object.entries(headers), ...cookies.map((cookie): [string, string] => ['Set-Cookie', cookie])],
  })
}
