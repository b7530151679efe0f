import { constantTimeEqual, sha256 } from '../../platform/hash.ts'
import type { Ports } from '../ports.ts'

/** What a page sets as its cookie, and what its form carries beside it. */
export interface PageProof {
  readonly cookie: string
  readonly field: string
}

const shape = /^[\w-]{43}$/

/**
 * Ties the form of a page to the browser that was shown it. Whoever posts a form without the page's cookie, as scanners of links do,
 * proves nothing, and neither does a form made up elsewhere.
 * @param kept the cookie that the browser has already: the forms of its other tabs stay good
 * @param secret what the form would use up
 */
export function pageProof(ports: Pick<Ports, 'random'>, kept: string | null, secret: string): PageProof {
  const cookie = kept !== null && shape.test(kept) ? kept : Buffer.from(ports.random.bytes(32)).toString('base64url')
  return { cookie, field: fieldOf(cookie, secret) }
}

/** Was this form shown to the browser that posts it? */
export function isPageProof(kept: string | null, field: unknown, secret: string): boolean {
  return kept !== null && shape.test(kept) && typeof field === 'string' && constantTimeEqual(field, fieldOf(kept, secret))
}

function fieldOf(cookie: string, secret: string): string {
  return sha256(`page-proof|${cookie}|${secret}`)
}
