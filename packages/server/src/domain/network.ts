import { STRATEGIES, type StrategyName, traitsOf } from '@latchkey/protocol'
import { LIMITS } from './limits.ts'

/**
 * What one network may be counted by: an IPv4 address, or the /64 of an IPv6 one; mapped addresses count as IPv4.
 * Text that is no IPv6 address stands for itself.
 */
export function networkPrefix(ipAddress: string): string {
  const host = URL.parse(`http://[${ipAddress.split('%')[0]}]/`)?.hostname.slice(1, -1)
  if (host === undefined) return ipAddress
  const hex = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(host)
  if (hex) {
    const [high, low] = [parseInt(hex[1]!, 16), parseInt(hex[2]!, 16)]
    return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`
  }
  const missing = 8 - groupsOf(host).length
  const groups = groupsOf(host.replace('::', `:${'0:'.repeat(missing)}`))
  return `${groups.slice(0, 4).join(':')}::/64`
}

function groupsOf(address: string): readonly string[] {
  return address.split(':').filter((group) => group !== '')
}

/** By what wrong guesses at somebody are counted: all of them together, but for what is counted by itself. */
export function guessTarget(of: string, strategy: StrategyName): string {
  return traitsOf(strategy)?.ownGuesses === true ? `${of} ${strategy}` : of
}

/** Everything by which guesses at somebody are counted. */
export function guessTargets(of: string): readonly string[] {
  return [...new Set((Object.keys(STRATEGIES) as StrategyName[]).map((strategy) => guessTarget(of, strategy)))]
}

/** A counter of wrong guesses, and what it is of. */
export interface GuessBucket {
  readonly key: string
  readonly of: 'user' | 'device' | 'account' | 'network'
  readonly max: number
  readonly windowMs: number
}

/**
 * The counters a wrong guess is put on: the target's, or that of a device which knows its owner; the account's that would like to
 * have the address; and on production the network's.
 */
export function guessBuckets(of: {
  /** The user whose address it is, or the address while nobody has it: so all accounts and attempts together have one counter. */
  readonly target: string
  readonly knownClientId: string | null
  readonly account: string | null
  readonly network: string | null
}): readonly GuessBucket[] {
  const target = of.knownClientId === null ? `guess:${of.target}` : `guess:${of.target}:device:${of.knownClientId}`
  const buckets: GuessBucket[] = [{ key: target, of: of.knownClientId === null ? 'user' : 'device', ...LIMITS.guessesPerTarget }]
  if (of.account !== null) buckets.push({ key: `guess:account:${of.account}`, of: 'account', ...LIMITS.guessesPerAccount })
  if (of.network !== null) buckets.push({ key: `guess:network:${of.network}`, of: 'network', ...LIMITS.guessesPerNetwork })
  return buckets
}
