import type { Ports } from '../../actions/ports.ts'
import { canonicalAddress, trustedProxies } from './client-address.ts'

/** What a request shows of the way it came. */
export interface Passage {
  /** Address of the socket. */
  readonly peer: string | null
  /** It carries `X-Forwarded-For`. */
  readonly forwarded: boolean
  /** It comes from the server of an application with our SDK. */
  readonly firstParty: boolean
  /** What is known of the visitor's address. */
  readonly ipAddress: string | null
}

/** Looks at requests until it is clear whether visitors can be told apart. */
export interface VisitorWatch {
  look(passage: Passage): void
}

/** So many requests without one that shows otherwise: a proxy's check of health or somebody's first look are not taken for traffic. */
const enough = 20

const inside = trustedProxies([
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
  '100.64.0.0/10',
  '::1',
  'fc00::/7',
  'fe80::/10',
])

/**
 * Says once that visitors' addresses are not known and which variable to set: when all requests of browsers come forwarded, or from one
 * private address; and when no application's server tells its visitors' addresses. Limits by network then hold nobody, or everybody.
 * @param trusting proxies of this server are known
 */
export function createVisitorWatch({ log, trusting }: Pick<Ports, 'log'> & { readonly trusting: boolean }): VisitorWatch {
  const browsers = counting(() =>
    log.warn(
      { variable: 'LATCHKEY_TRUSTED_PROXIES' },
      'All requests seem to come through a proxy, so visitors share its address and its limits. Set ' +
        'LATCHKEY_TRUSTED_PROXIES to the networks of your proxies, and let them send X-Forwarded-For.',
    ),
  )
  const applications = counting(() =>
    log.warn(
      { variable: 'LATCHKEY_TRUSTED_HOPS' },
      "An app does not tell its visitors' addresses, so limits by address do nothing for it. Set LATCHKEY_TRUSTED_HOPS in " +
        'the app to the number of proxies of yours in front of it.',
    ),
  )
  let only: string | null = null
  return {
    look({ peer, forwarded, firstParty, ipAddress }) {
      if (firstParty) {
        if (!applications.open) return
        if (ipAddress === null) applications.suspect()
        else applications.settle()
        return
      }
      if (trusting || !browsers.open || peer === null) return
      const address = canonicalAddress(peer)
      if (forwarded) return browsers.suspect()
      only ??= address
      // A second address, or a public one: visitors reach the server themselves.
      if (address === null || address !== only || !inside.has(address)) return browsers.settle()
      browsers.suspect()
    },
  }
}

/** Watches nothing: development, where everybody is at home. */
export const noVisitorWatch: VisitorWatch = { look() {} }

function counting(tell: () => void) {
  let seen = 0
  const self = {
    open: true,
    settle(): void {
      self.open = false
    },
    suspect(): void {
      if (++seen < enough) return
      self.open = false
      tell()
    },
  }
  return self
}
