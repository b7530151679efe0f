import { uptime } from '../platform/clock.ts'
import { type Fetch, timeout } from '../platform/fetch.ts'
import type { RsaJwk, TokenCrypto } from '../platform/token-crypto.ts'
import { type FoundKey, importOnce, type KeySource, parseKeySet } from './key-source.ts'
import { createServerClock, type ServerClock } from './server-clock.ts'

const freshMs = 60_000
/** As long as the server does not answer, keys it once named go on working. */
const staleMs = 24 * 3_600_000
/** Between two questions that nothing but a strange key or a failure asks for. */
const againMs = 10_000
/** The same, as long as there is no key at all and nobody could be let in. */
const firstAgainMs = 1000
const timeoutMs = 3000

type KeySet = ReadonlyMap<string, RsaJwk>

/** The keys an instance publishes, fetched when needed and kept. Many who ask at once share one request. */
export function remoteKeySource(options: { readonly url: string; readonly fetch: Fetch; readonly crypto: TokenCrypto }): KeySource {
  const imported = importOnce(options.crypto)
  const clock = createServerClock()
  let keys: KeySet = new Map()
  let fetchedAt = -Infinity
  let askedAt = -Infinity
  let asking: Promise<void> | null = null

  const ask = (now: number): Promise<void> => {
    asking ??= fetchKeySet(options, clock, now)
      .then((fetched) => {
        askedAt = now
        if (fetched === null) return
        keys = fetched
        fetchedAt = now
      })
      .finally(() => (asking = null))
    return asking
  }

  const kept = (kid: string, now: number): FoundKey | Promise<FoundKey> => {
    if (!(age(fetchedAt, now) < staleMs)) return 'unavailable'
    const key = keys.get(kid)
    if (key !== undefined) return imported(key)
    return age(fetchedAt, now) < freshMs ? null : 'unavailable'
  }

  return {
    clock,
    async readClock(now, old) {
      if (asking !== null || age(askedAt, now) >= old) await ask(now)
    },
    find(kid, now) {
      const known = age(fetchedAt, now) < freshMs && keys.has(kid)
      const dueAfter = fetchedAt === -Infinity ? firstAgainMs : againMs
      return !known && (asking !== null || age(askedAt, now) >= dueAfter) ? ask(now).then(() => kept(kid, now)) : kept(kid, now)
    },
  }
}

/** A clock that was set back makes everything old. */
function age(moment: number, now: number): number {
  return now >= moment ? now - moment : Infinity
}

/** `null` when there was no answer, or none that is a key set. */
async function fetchKeySet(
  { url, fetch }: { readonly url: string; readonly fetch: Fetch },
  clock: ServerClock,
  now: number,
): Promise<KeySet | null> {
  try {
    const began = uptime()
    const response = await fetch(url, { headers: { accept: 'application/json' }, redirect: 'manual', signal: timeout(timeoutMs) })
    clock.note(response, now, uptime() - began)
    return response.ok ? parseKeySet(await response.json()) : null
  } catch {
    return null
  }
}
