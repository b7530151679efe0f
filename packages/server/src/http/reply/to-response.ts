import type { PlainAnswer } from './plain-answer.ts'

/** An answer as a web-standard Response, for whoever embeds the server. */
export function toResponse({ status, headers, cookies, body }: PlainAnswer): Response {
  if (cookies.length === 0) return new Response(body, { status, headers })
  return new Response(body, {
    status,
    headers: [...Object.entries(headers), ...cookies.map((cookie): [string, string] => ['Set-Cookie', cookie])],
  })
}
