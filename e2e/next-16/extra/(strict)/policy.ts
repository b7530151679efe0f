import { type NextRequest, NextResponse } from 'next/server'

/** Gives the page below /strict a content security policy with a nonce, as Next.js documents it. */
export function strictPolicy(request: NextRequest) {
  if (request.nextUrl.pathname !== '/strict') return
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64')
  const policy = [
    `default-src 'self'; script-src 'self' 'nonce-${nonce}' 'strict-dynamic'; style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'`,
  ].join('; ')
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  return NextResponse.next({ request: { headers }, headers: { 'content-security-policy': policy } })
}
