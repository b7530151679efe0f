import type { RequestState } from '@latchkey/backend'
import { type AppCookies, appCookies, type CookieChanges, editCookies, type Jar, readJar } from '../cookies/app-cookies.ts'
import { cookieChanges } from '../forward/server-state.ts'
import { now } from '../platform/clock.ts'
import { clockProblem } from '../problems/clock-problem.ts'
import { problem, type Problem } from '../problems/problem.ts'
import { tell } from '../problems/tell.ts'
import { within } from '../platform/fetch.ts'
import type { Settings } from '../settings/read-settings.ts'
import { askServer, type Refreshed } from './ask-server.ts'
import { authenticateHere } from './authenticate-here.ts'
import { isAway, throughCircuit } from './circuit.ts'
import { refreshedOnce } from './refresh-memo.ts'

/** Who makes a request, and what follows for its cookies. */
export interface Established {
  readonly auth: RequestState
  /** Cookies that the app's own code shall see otherwise than they came; `null` for not at all. */
  readonly edits: Readonly<Record<string, string | null>>
  /** What the browser is told to change. */
  readonly changes: CookieChanges
  /** Why it could not be found out who makes the request, where somebody claims to be signed in; `null` otherwise. */
  readonly problem: Problem | null
}

/** A session token that has less than this to live is replaced, in milliseconds. */
const leastMs = 5000

/** How long a page that everybody may see waits for the server, in milliseconds; not at all while it is known to be away. */
const briefMs = 250
/** How long keys are waited for that the server has to be asked for, and while it is known to be away, in milliseconds. */
const keysMs = 1000
const awayMs = 50

/**
 * Finds out who makes a request, and asks the server for a fresh session token on the way when the one in the cookie is missing, about
 * to end, or another browser's.
 * @param proxyUrl where the app is reached, with `/__latchkey`
 * @param brief the page is for everybody: where the server takes its time, it is shown as to somebody who is signed out
 */
export async function establish(headers: Headers, proxyUrl: string, settings: Settings, brief = false): Promise<Established> {
  const cookies = appCookies(settings, proxyUrl)
  const jar = readJar(headers.get('cookie'), cookies)
  const asked = { headers, proxyUrl, settings, cookies, jar }
  const whole = look(asked)
  const found = await (brief ? within(briefMs, whole, () => unasked(asked)) : whole)
  if (jar.stale.length === 0) return found
  const edits = { ...found.edits, ...Object.fromEntries(jar.stale.map(({ name }) => [name, null])) }
  return { ...found, edits, changes: { ...found.changes, stale: jar.stale } }
}

/** A request, and what its cookies are. */
interface Asked {
  readonly headers: Headers
  readonly proxyUrl: string
  readonly settings: Settings
  readonly cookies: AppCookies
  readonly jar: Jar
}

async function look(asked: Asked): Promise<Established> {
  const { headers, proxyUrl, settings, cookies, jar } = asked
  const cookie = headers.get('cookie')
  const { origin } = new URL(settings.frontendApi)
  const looking = authenticate(headers, cookie, settings, proxyUrl)
  const auth = await within(isAway(origin) ? awayMs : keysMs, looking, () => nobody(settings))
  if (/^bearer\b/i.test(headers.get('authorization') ?? '')) return { auth, edits: {}, changes: {}, problem: null }
  // The browser keeps them: one may be the visitor's own.
  if (jar.ambiguous) return { auth, edits: { [cookies.names.client]: null, [cookies.names.session]: null }, changes: {}, problem: null }
  if (jar.client === null) return withoutClient(auth, jar, cookies)
  if (auth.isSignedIn && auth.sessionClaims.exp * 1000 - now() >= leastMs)
    return { auth, edits: {}, changes: jar.hasHint ? {} : { hint: true }, problem: null }
  const visitor = { headers, proxyUrl, clientToken: jar.client }
  const away = { kind: 'unavailable', answered: false, problem: problem('server_unreachable', origin) } as const
  const refreshed = await refreshedOnce(jar.client, `${settings.publishableKey} ${proxyUrl}`, () =>
    throughCircuit(origin, away, () => askServer(visitor, settings)),
  )
  if ('problem' in refreshed) return unchanged(auth, refreshed.problem, cookies)
  return changed(refreshed, asked)
}

/** What is known without the server. The browser keeps what it has, which may be good a moment later. */
async function unasked({ headers, proxyUrl, settings, cookies }: Asked): Promise<Established> {
  const auth = await within(awayMs, authenticate(headers, headers.get('cookie'), settings, proxyUrl), () => nobody(settings))
  return { auth, edits: auth.isSignedIn ? {} : { [cookies.names.session]: null }, changes: {}, problem: null }
}

function nobody(settings: Settings): Promise<RequestState> {
  return authenticate(new Headers(), null, settings, null)
}

/** A session token alone lets nobody in, and after a sign-out a late answer may have put one back. */
function withoutClient(auth: RequestState, jar: Jar, { names }: AppCookies): Established {
  const changes = { ...(jar.hasSession && { session: null }), ...(jar.hasHint && { hint: false }) }
  return {
    auth,
    edits: { ...(jar.hasSession && { [names.session]: null }), ...(jar.hasHint && { [names.hint]: null }) },
    changes,
    problem: null,
  }
}

/** Whoever the app was not told of is nobody to its pages as well: they would ask the same server, and wait for it again. */
function unchanged(auth: RequestState, found: Problem, { names }: AppCookies): Established {
  tell(found)
  return { auth, edits: auth.isSignedIn ? {} : { [names.session]: null }, changes: {}, problem: found }
}

async function changed(
  refreshed: Extract<Refreshed, { readonly kind: 'known' | 'unknown' }>,
  { headers, proxyUrl, settings, cookies, jar }: Asked,
): Promise<Established> {
  const { names } = cookies
  const told: CookieChanges = refreshed.kind === 'unknown' ? { session: null, hint: false } : cookieChanges(refreshed.state)
  const edits = {
    // The browser keeps it: by now it may have a newer one, of which a request under way knows nothing.
    ...(refreshed.kind === 'unknown' && { [names.client]: null }),
    ...(told.client !== undefined && { [names.client]: told.client }),
    ...(told.hint !== undefined && { [names.hint]: told.hint ? 'in' : null }),
    [names.session]: told.session ?? null,
  }
  const auth = await authenticate(headers, editCookies(headers.get('cookie'), edits), settings, proxyUrl)
  const flawed = told.session && /^(?:expired|not_yet_valid|issued_in_future)$/.test(auth.reason ?? '')
  const clocks = clockProblem(auth.clockDifference) ?? (flawed ? problem('clocks_differ') : null)
  if (clocks !== null) tell(clocks)
  // There is no need to expire what the browser does not have.
  const session = told.session === null && !jar.hasSession ? undefined : told.session
  const hint = told.hint === jar.hasHint ? undefined : told.hint
  return { auth, edits, changes: { client: told.client, session, hint }, problem: flawed ? clocks : null }
}

async function authenticate(headers: Headers, cookie: string | null, settings: Settings, proxyUrl: string | null): Promise<RequestState> {
  const seen = { get: (name: string) => (name === 'cookie' ? cookie : headers.get(name)) }
  return authenticateHere(seen, proxyUrl === null ? null : new URL(proxyUrl).origin, settings)
}
