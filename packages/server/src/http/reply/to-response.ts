import type { Reply } from './reply.ts'

const csp = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/**
 * The one place where answers become Responses: headers are set once. JSON is answered as bare `application/json`,
 * because the Backend SDK compares the whole value; nothing is stored by caches unless a handler says so.
 */
export function toResponse(reply: Reply, cors: { readonly [name: string]: string } | null): Response {
  const headers: [string, string][] = [
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'no-referrer'],
  ]
  if (!('Cache-Control' in reply.headers)) headers.push(['Cache-Control', 'no-store'])
  if (reply.type === 'json') headers.push(['Content-Type', 'application/json'])
  if (reply.type === 'html') headers.push(...htmlHeaders(reply))
  for (const name in cors) headers.push([name, cors[name]!])
  for (const name in reply.headers) headers.push([name, reply.headers[name]!])
  for (const cookie of reply.cookies) headers.push(['Set-Cookie', cookie])
  return new Response(bodyOf(reply), { status: reply.status, headers })
}

function htmlHeaders(reply: Reply): [string, string][] {
  const own: [string, string][] = [
    ['Content-Type', 'text/html; charset=utf-8'],
    ['X-Frame-Options', 'DENY'],
  ]
  return 'Content-Security-Policy' in reply.headers ? own : [...own, ['Content-Security-Policy', csp]]
}

function bodyOf(reply: Reply): string | null {
  switch (reply.type) {
    case 'json':
      return JSON.stringify(reply.body)
    case 'html':
      return reply.body as string
    case 'none':
      return null
    default:
      return reply.type satisfies never
  }
}
