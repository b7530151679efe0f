import { frontendApiUrl, parsePublishableKey } from '@latchkey/protocol'
import { fixedKeySource, type KeySource, parseKeySet, pemKeySource } from '../keys/key-source.ts'
import { remoteKeySource } from '../keys/remote-key-source.ts'
import { type Fetch, systemFetch } from '../platform/fetch.ts'
import type { TokenCrypto } from '../platform/token-crypto.ts'
import { createTokenJudge, type JudgeToken } from './judge-token.ts'

/** Whose tokens are taken, and where the keys are that they are signed with. At least one of the first three is needed. */
export interface InstanceOptions {
  /** `pk_test_…` or `pk_live_…`: names the issuer, and where its keys are published. */
  readonly publishableKey?: string | undefined
  /** The instance's public key in PEM, for apps that shall not ask the server. */
  readonly jwtKey?: string | undefined
  /** Its key set, for the same: `{ keys: […] }`. */
  readonly jwks?: { readonly keys: readonly unknown[] } | undefined
  /** Who has to have issued the token; derived from the publishable key where there is one. */
  readonly issuer?: string | undefined
  /** Replaces the runtime's `fetch`. */
  readonly fetch?: Fetch | undefined
}

/** An instance, ready to judge tokens. */
export interface Instance {
  readonly issuer: string | undefined
  readonly judge: JudgeToken
  /** By how much the server's clock is ahead of this machine's, in milliseconds, as far as is known. */
  clockDifference(): number
}

const most = 100

/** Makes the look-up of instances: the same options give the same instance, with the keys and tokens it knows. */
export function createInstances(crypto: TokenCrypto): (options: InstanceOptions) => Instance | Promise<Instance> {
  const byFetch = new WeakMap<Fetch, Map<string, Instance | Promise<Instance>>>()
  const bySet = new WeakMap<object, Map<string, Instance>>()

  let last: { readonly options: InstanceOptions; readonly made: Instance | Promise<Instance> } | undefined

  const find = (options: InstanceOptions): Instance | Promise<Instance> => {
    const { jwks, fetch = systemFetch } = options
    const name = `${options.publishableKey ?? ''}\n${options.issuer ?? ''}\n${options.jwtKey ?? ''}`
    if (jwks !== undefined) return remembered(bySet, jwks, name, () => fromSet(crypto, options, jwks))
    return remembered(byFetch, fetch, name, () => fromOptions(crypto, options, fetch))
  }

  /** An instance that was waited for once is there at once from then on. */
  const settle = async (found: { readonly options: InstanceOptions }, made: Promise<Instance>): Promise<Instance> => {
    const instance = await made
    if (last === found) last = { options: found.options, made: instance }
    return instance
  }

  return (options) => {
    // Nearly always there is but one.
    if (last !== undefined && sameOptions(last.options, options)) return last.made
    const { publishableKey, issuer, jwtKey, jwks, fetch } = options
    const found = { options: { publishableKey, issuer, jwtKey, jwks, fetch }, made: find(options) }
    last = found
    return found.made instanceof Promise ? settle(found, found.made) : found.made
  }
}

function sameOptions(one: InstanceOptions, other: InstanceOptions): boolean {
  return (
    one.publishableKey === other.publishableKey &&
    one.jwtKey === other.jwtKey &&
    one.issuer === other.issuer &&
    one.jwks === other.jwks &&
    one.fetch === other.fetch
  )
}

function remembered<Holder extends object, Made>(
  maps: WeakMap<Holder, Map<string, Made>>,
  holder: Holder,
  name: string,
  make: () => Made,
): Made {
  const map = maps.get(holder) ?? new Map<string, Made>()
  maps.set(holder, map)
  const found = map.get(name)
  if (found !== undefined) return found
  const made = make()
  if (map.size < most) map.set(name, made)
  return made
}

function fromSet(crypto: TokenCrypto, options: InstanceOptions, jwks: object): Instance {
  const keys = parseKeySet(jwks)
  if (keys === null) throw new TypeError('jwks is no key set: give { keys: […] }, as the server publishes it below /.well-known/jwks.json.')
  return instanceOf(crypto, options, fixedKeySource(crypto, keys))
}

function fromOptions(crypto: TokenCrypto, options: InstanceOptions, fetch: Fetch): Instance | Promise<Instance> {
  if (options.jwtKey !== undefined) return pemKeySource(crypto, options.jwtKey).then((keys) => instanceOf(crypto, options, keys))
  if (options.publishableKey === undefined) throw new TypeError('No keys to verify tokens with. Give publishableKey, jwtKey or jwks.')
  return instanceOf(crypto, options, remoteKeySource({ url: `${baseOf(options.publishableKey)}/.well-known/jwks.json`, fetch, crypto }))
}

function instanceOf(crypto: TokenCrypto, options: InstanceOptions, keys: KeySource): Instance {
  return {
    issuer: issuerOf(options),
    judge: createTokenJudge({ keys, crypto }),
    clockDifference: () => keys.clock?.difference() ?? 0,
  }
}

function issuerOf({ issuer, publishableKey }: InstanceOptions): string | undefined {
  return issuer ?? (publishableKey === undefined ? undefined : baseOf(publishableKey))
}

function baseOf(publishableKey: string): string {
  const parsed = parsePublishableKey(publishableKey)
  if (parsed === null)
    throw new TypeError(
      'The publishable key cannot be read: copy the whole of pk_test_… or pk_live_… from what "npx latchkey env" prints in ' +
        'the folder of the Latchkey server.',
    )
  return frontendApiUrl(parsed.frontendApi)
}
