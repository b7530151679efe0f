import { type Endpoint, type EndpointId, ENDPOINTS, HOSTED_PAGES } from '@latchkey/protocol'
import { PREFIX } from '../settings/prefix.ts'

/**
 * Endpoints of the Frontend API that browsers do not call through an app: they are for SDKs of other kinds, or for the app's server
 * alone.
 */
const KEPT_BACK: ReadonlySet<string> = new Set<EndpointId>([
  'frontend/handshake',
  'frontend/touch-client',
  'frontend/create-dev-browser',
  'frontend/get-session-state',
])

/** What answers at a path of the server. */
interface Forwarded {
  readonly methods: ReadonlySet<string>
  /** A page for people may be the answer; everything else speaks JSON, or leads elsewhere. */
  readonly page: boolean
}

/** Everything that a browser reaches through an app, by its path as an expression: the Frontend API and the hosted pages. */
const FORWARDED: readonly (readonly [path: RegExp, forwarded: Forwarded])[] = [...byPath()].map(([path, forwarded]) => [
  expressionOf(path),
  forwarded,
])

function byPath(): ReadonlyMap<string, Forwarded> {
  const found = new Map<string, { readonly methods: Set<string>; page: boolean }>()
  const endpoints: readonly Endpoint[] = ENDPOINTS
  const calls = endpoints.filter(({ id, door }) => door === 'frontend' && !KEPT_BACK.has(id))
  const reads = (response: Endpoint['response'] | null): readonly string[] => (response === 'redirect' ? ['GET'] : ['GET', 'HEAD'])
  for (const { method, path, response } of [...calls, ...HOSTED_PAGES.map((page) => ({ ...page, response: null }))]) {
    const forwarded = found.get(path) ?? { methods: new Set(), page: false }
    for (const one of method === 'GET' ? reads(response) : [method]) forwarded.methods.add(one)
    forwarded.page ||= response === null || response === 'html'
    found.set(path, forwarded)
  }
  return found
}

function expressionOf(path: string): RegExp {
  return new RegExp(`^${path.slice(1).replaceAll(/[.]/g, '\\.').replaceAll(/:\w+/g, '(?=[\\w.-]{1,128}(?:/|$))[\\w-]+(?:\\.[\\w-]+)*')}$`)
}

/** Is this a path of ours? */
export function isBelowPrefix(pathname: string): boolean {
  return pathname === PREFIX || pathname.startsWith(`${PREFIX}/`)
}

/**
 * What a path of the app below the prefix is on the server, without a slash in front, and what answers there; `null` when nothing
 * does. Only endpoints that are known pass, never all that begins alike: the server lets more through to a program on its
 * own machine, which the app may be. An app with `trailingSlash` has every path end in one.
 */
export function forwardedPath(pathname: string): (Forwarded & { readonly path: string }) | null {
  if (!pathname.startsWith(`${PREFIX}/`)) return null
  const path = pathname.slice(PREFIX.length + 1).replace(/(?<=[^/])\/$/, '')
  const found = FORWARDED.find(([expression]) => expression.test(path))
  return found === undefined ? null : { path, ...found[1] }
}
