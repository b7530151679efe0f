import { pageCsp } from '../html/index.ts'
import { identityOf } from '../pages/identity-of.ts'
import { isFramed, type Reached } from '../request/is-framed.ts'
import type { Reply } from './reply.ts'

/** What a page may do besides showing itself. */
export interface PageNeeds {
  /** Origins to which the answer of a form may send on. */
  readonly formOrigins?: readonly string[]
  /** The components draw it: the nonce of their styles. */
  readonly nonce?: string | null
}

/**
 * The headers that say what a page of an instance may do, and whose pages may have it in a frame: of the sites that the operator named,
 * or nobody's. `X-Frame-Options` knows no origins, so it goes where there are some: browsers that know both go by the policy.
 */
export function pagePolicy(of: Reached, { formOrigins = [], nonce = null }: PageNeeds = {}): Reply['headers'] {
  const { origins } = of.instance.settings.framing
  const identity = identityOf(of.instance)
  if (!isFramed(of)) return { 'Content-Security-Policy': pageCsp(formOrigins, nonce, identity) }
  return { 'Content-Security-Policy': pageCsp(formOrigins, nonce, identity, origins), 'X-Frame-Options': null }
}
