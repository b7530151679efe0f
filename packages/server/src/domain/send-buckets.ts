import { SENDS } from './limits.ts'
import type { Instance } from './instance.ts'

/** A counter of messages. */
export interface SendBucket {
  readonly key: string
  readonly max: number
  readonly windowMs: number
}

/**
 * The counters a message is put on. Its target's count whoever sends, so that many accounts together send no more than one; a
 * device that knows the target's owner has its own in their place, so that a stranger who fills those locks nobody out.
 * @param of.ownersDevice the client, where it has signed in the user whose address this is
 * @param of.account the user who would like to have the address, where somebody is signed in
 * @param of.network `null` where it is not known
 */
export function sendBuckets(
  type: Instance['type'],
  of: { readonly target: string; readonly ownersDevice: string | null; readonly account: string | null; readonly network: string | null },
): readonly SendBucket[] {
  const limits = SENDS[type]
  const target = of.ownersDevice === null ? `send:${of.target}` : `send:${of.target}:device:${of.ownersDevice}`
  const anonymous = of.ownersDevice === null && of.account === null
  const keys = {
    targetHour: target,
    targetDay: `day:${target}`,
    accountHour: of.account === null ? null : `send:account:${of.account}`,
    accountDay: of.account === null ? null : `day:send:account:${of.account}`,
    network: of.network === null ? null : `send:network:${of.network}`,
    // Strangers share it, so that an application that knows no addresses cannot be used to write to everybody.
    unknown: of.network === null && anonymous ? 'send:unknown' : null,
  } as const
  return Object.entries(keys).flatMap(([name, key]) => {
    const limit = limits[name as keyof typeof keys]
    return key === null || limit === null ? [] : [{ key, ...limit }]
  })
}
