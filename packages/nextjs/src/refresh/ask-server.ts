import type { PathOf } from '@latchkey/protocol'
import { serverHeaders, type Visitor } from '../forward/server-headers.ts'
import { readServerState, type ServerState } from '../forward/server-state.ts'
import { setUpProblem } from '../forward/set-up-problem.ts'
import { liveFetch, timeout } from '../platform/fetch.ts'
import { problem, type Problem } from '../problems/problem.ts'
import type { Settings } from '../settings/read-settings.ts'

/**
 * What the server says of a client token. `unknown`: it is none of its clients (any more). `unavailable`: nothing, and so nothing is
 * changed. `refused`: it does not take the app's own word.
 */
export type Refreshed =
  | { readonly kind: 'known'; readonly state: ServerState }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'unavailable'; readonly problem: Problem; /** It answered, if only that it cannot say. */ readonly answered: boolean }

const path: PathOf<'frontend/get-session-state'> = '/v1/latchkey/session'
const timeoutMs = 3000

/** Asks the server, on behalf of a visitor, for their session as it stands, with a fresh token. Never throws. */
export async function askServer(visitor: Visitor, settings: Settings): Promise<Refreshed> {
  const { origin } = new URL(settings.frontendApi)
  const headers = serverHeaders(visitor, settings)
  headers.delete('content-type')
  let answered = false
  try {
    const answer = await liveFetch(`${settings.frontendApi}${path}`, {
      method: 'POST',
      headers,
      redirect: 'manual',
      signal: timeout(timeoutMs),
    })
    answered = true
    if (answer.ok) {
      await answer.body?.cancel()
      const state = readServerState(answer.headers)
      // The server always says; what does not is something else.
      if (state.session === 'unsaid') return { kind: 'refused', problem: problem('server_other', origin) }
      return { kind: 'known', state }
    }
    const refused = setUpProblem(
      { status: answer.status, text: await answer.text(), named: null, path: path.slice(1), origin: new URL(visitor.proxyUrl).origin },
      settings,
    )
    if (refused !== null) return { kind: 'refused', problem: refused }
    if (answer.status === 401) return { kind: 'unknown' }
  } catch {
    // Nobody there, or not in time.
  }
  return { kind: 'unavailable', answered, problem: problem('server_unreachable', origin) }
}
