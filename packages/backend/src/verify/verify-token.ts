import type { SessionClaims } from '@latchkey/protocol'
import { systemClock } from '../platform/clock.ts'
import type { Instance, InstanceOptions } from './instance.ts'
import type { TokenCheck } from './judge-token.ts'
import { TokenError } from './token-error.ts'

/** What tokens are held against in every call. */
export interface CheckOptions {
  /** Origins of the apps a token may have been made for; left out, any. */
  readonly authorizedParties?: readonly string[] | undefined
  /** Seconds by which two clocks may differ; 5. */
  readonly clockSkew?: number | undefined
  /** The time it is, in epoch milliseconds; the machine's. */
  readonly now?: (() => number) | undefined
}

/** How a token is verified. */
export interface VerifyTokenOptions extends InstanceOptions, CheckOptions {
  /** The client token beside which a token of a cookie was sent. Without it only tokens of `getToken()` are taken. */
  readonly clientToken?: string | undefined
}

/** Verifies a session token and answers its claims. @throws TokenError with the reason, TypeError when the options cannot be used */
export type VerifyToken = (token: string, options: VerifyTokenOptions) => Promise<SessionClaims>

/** Makes `verifyToken` for a runtime. */
export function createVerifyToken(instances: (options: InstanceOptions) => Instance | Promise<Instance>): VerifyToken {
  return async (token, options) => {
    const instance = await instances(options)
    const verdict = await instance.judge(token, tokenCheck(instance, options, options.clientToken ?? null))
    if (!verdict.ok) throw new TokenError(verdict.reason)
    return verdict.claims
  }
}

/** What a token of an instance is held against. */
export function tokenCheck(instance: Instance, options: CheckOptions, clientToken: string | null): TokenCheck {
  const { authorizedParties, clockSkew = 5, now = systemClock } = options
  return { now: now(), skew: clockSkew, issuer: instance.issuer, authorizedParties, clientToken }
}
