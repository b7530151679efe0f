import { PAGE_CSP } from '../html/index.ts'
import type { CorsHeaders } from './cors.ts'
import type { Reply } from './reply.ts'

const always = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' }

/** Headers of every answer by its kind; what a handler sets itself wins. */
const usual: { readonly [Type in Reply['type']]: { readonly [name: string]: string } } = {
  // Bare: the Backend SDK compares the whole value.
  json: { ...always, 'Content-Type': 'application/json' },
  html: { ...always, 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': PAGE_CSP, 'X-Frame-Options': 'DENY' },
  file: always,
  none: always,
}

/** The one place where answers become Responses: headers are set once, and nothing is kept by caches unless a handler says so. */
export function toResponse(reply: Reply, cors: CorsHeaders | null): Response {
  const headers = { ...usual[reply.type], ...cors, ...reply.headers }
  const { status, cookies } = reply
  if (cookies.length === 0) return new Response(bodyOf(reply), { status, headers })
  return new Response(bodyOf(reply), {
    status,
    headers: [...Object.entries(headers), ...cookies.map((cookie): [string, string] => ['Set-Cookie', cookie])],
  })
}

function bodyOf(reply: Reply): string | Uint8Array<ArrayBuffer> | null {
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
