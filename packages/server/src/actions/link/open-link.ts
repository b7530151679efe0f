import type { StrategyName } from '@latchkey/protocol'
import {
  type Attempt,
  type AttemptKind,
  isOver,
  isSpent,
  type Verification,
  verificationIn,
  verificationsIn,
} from '../../domain/attempt.ts'
import { ID_PREFIX } from '../../domain/ids.ts'
import { LIMITS } from '../../domain/limits.ts'
import { Refusal } from '../../domain/refusal.ts'
import { FIRST_SLOT, type Slot } from '../../domain/slot.ts'
import { findAttempt } from '../../storage/index.ts'
import { revealCode } from '../../strategies/one-time/issue.ts'
import { advance } from '../attempt/advance.ts'
import { noteOver } from '../attempt/note-over.ts'
import type { FrontendCall } from '../call.ts'
import { isCurrent } from '../client/require-current.ts'
import type { Ports } from '../ports.ts'
import { strategyThatProves } from '../verification/parse-proof.ts'

/** What opening a mail's link comes to. */
export type LinkOutcome =
  /** The browser that began: it is finished, or cannot be any more. */
  | {
      readonly type: 'here'
      readonly status: 'verified' | 'expired' | 'failed'
      readonly redirectUrl: string | null
      readonly createdSessionId: string | null
      readonly newToken: string | null
      readonly client: FrontendCall['client']
    }
  /** Any other browser: nothing has changed; here is who asked and what to type where one began. */
  | {
      readonly type: 'elsewhere'
      readonly code: string
      readonly purpose: LinkedKind
      readonly requestedFrom: { readonly ipAddress: string | null; readonly userAgent: string | null }
      readonly requestedAt: number
      readonly expiresAt: number
    }
  | { readonly type: 'problem'; readonly problem: 'expired' | 'used' | 'invalid' }

/** Attempts whose messages may carry a link. */
type LinkedKind = Exclude<AttemptKind, 'reverification'>

const kindOfPrefix: { readonly [prefix: string]: LinkedKind } = {
  [ID_PREFIX.sign_in]: 'sign_in',
  [ID_PREFIX.sign_up]: 'sign_up',
  [ID_PREFIX.identification]: 'identification',
}

/**
 * Opens the link of a mail. It does something only for the client that began the attempt.
 * @param passive a look, not a click (HEAD, prefetch): nothing changes, whoever it is
 */
export async function openLink(ports: Ports, call: FrontendCall, text: string, passive: boolean): Promise<LinkOutcome> {
  const [attemptId = '', token = '', ...rest] = text.split('.')
  const kind = kindOfPrefix[attemptId.split('_')[0]!]
  if (kind === undefined || rest.length > 0 || !/^[A-Za-z0-9_-]{43}$/.test(token)) return { type: 'problem', problem: 'invalid' }
  const attempt = await findAttempt(call.scope, attemptId, kind)
  const slot = attempt === null ? null : slotOfLink(ports, attempt, token)
  const verification = slot && verificationIn(attempt!, slot)
  if (!passive) await noteOver(ports, call.scope, attempt)
  if (attempt === null || slot === null || verification === null || isOver(attempt, ports.clock.now()))
    return { type: 'problem', problem: 'invalid' }
  const began = call.client !== null && attempt.clientId === call.client.id
  if (began && !passive && (isCurrent(call) || isDoneHere(call, verification))) return here(ports, call, attempt, slot, token)
  const code = revealCode(ports.oneTime, verification.id, verification.secret, token)
  if (verification.consumedAt !== null) return { type: 'problem', problem: 'used' }
  // Once that was seen, there is nothing left to hold the link to.
  if (verification.secret === null && isSpent(verification, ports.clock.now())) return { type: 'problem', problem: 'expired' }
  if (code === null) return { type: 'problem', problem: 'invalid' }
  if (verification.expiresAt <= ports.clock.now()) return { type: 'problem', problem: 'expired' }
  const { requestedFrom, sentAt: requestedAt, expiresAt } = verification
  return { type: 'elsewhere', code, purpose: kind, requestedFrom, requestedAt, expiresAt }
}

async function here(ports: Ports, call: FrontendCall, attempt: Attempt, slot: Slot, token: string): Promise<LinkOutcome> {
  const verification = verificationIn(attempt, slot)!
  const outcome = { type: 'here', redirectUrl: verification.redirectUrl, client: call.client, newToken: null } as const
  if (isDoneHere(call, verification)) return { ...outcome, status: 'verified', createdSessionId: sessionOf(attempt) }
  if (verification.expiresAt <= ports.clock.now()) return { ...outcome, status: 'expired', createdSessionId: null }
  if (verification.guesses >= LIMITS.guessesPerVerification) return { ...outcome, status: 'failed', createdSessionId: null }
  try {
    const finished = await advance(ports, call, attempt, { slot, strategy: linkStrategyOf(verification), proof: token })
    const fresh = await findAttempt(call.scope, attempt.id, attempt.kind)
    return { ...outcome, ...finished, status: 'verified', createdSessionId: fresh === null ? null : sessionOf(fresh) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const fresh = await findAttempt(call.scope, attempt.id, attempt.kind)
    if (fresh !== null && isDoneHere(call, verificationIn(fresh, slot)))
      return { ...outcome, status: 'verified', createdSessionId: sessionOf(fresh) }
    return { ...outcome, status: error.code === 'verification_expired' ? 'expired' : 'failed', createdSessionId: null }
  }
}

/**
 * The slot whose message the link came with. One that is used up has forgotten its link: then it is the first, as when there was
 * but one.
 */
function slotOfLink({ oneTime }: Pick<Ports, 'oneTime'>, attempt: Attempt, token: string): Slot {
  const found = verificationsIn(attempt).find(([, { id, secret }]) => revealCode(oneTime, id, secret, token) !== null)
  return found?.[0] ?? FIRST_SLOT[attempt.kind]
}

/** A second click on the link that finished, be it later or at the same time: she is signed in, so say so and let her go on. */
function isDoneHere(call: FrontendCall, verification: Verification | null): boolean {
  return verification !== null && verification.consumedAt !== null && verification.verifiedByClientId === call.client!.id
}

/** The link proves what its mail went to. */
function linkStrategyOf({ target, strategy }: Verification): StrategyName {
  return (target && strategyThatProves(target.type, 'link')) ?? strategy
}

function sessionOf(attempt: Attempt): string | null {
  return 'createdSessionId' in attempt.state ? attempt.state.createdSessionId : null
}
