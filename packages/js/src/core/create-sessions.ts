import { isGone } from '../errors.ts'
import type { Latchkey, SignOutOptions } from '../latchkey.ts'
import type { Core } from './create-core.ts'
import * as routes from './routes.ts'

/** Whether the page is about to be left because somebody asked for it. */
interface Departure {
  /** Somebody asked, and what has to be done first is under way. */
  begin(): void
  /** Done; the page is left now. */
  leave(): void
  /** Not after all. */
  stay(): void
  /** Is it on its way still? */
  underway(): boolean
}

/** A framework that has not left the page after this long will not. */
const patienceMs = 3_000

/** Makes it. @param here the address of the page */
export function createDeparture({ here, now }: { here(): URL | null; now(): number }): Departure {
  let from: string | null = null
  let left = Number.POSITIVE_INFINITY
  return {
    begin() {
      from = here()?.href ?? ''
      left = Number.POSITIVE_INFINITY
    },
    leave: () => void (left = now()),
    stay: () => void (from = null),
    underway: () => from !== null && from === (here()?.href ?? '') && now() - left < patienceMs,
  }
}

/** Choosing the session in use, and ending sessions. */
export type Sessions = Pick<Latchkey, 'setActive' | 'signOut'>

/** What it needs. */
export interface SessionsOptions {
  readonly core: Core
  readonly departure: Departure
  /** Tells the other tabs that something is different. */
  tell(): void
  /** Goes to a URL, or has the page rendered anew when there is none. */
  go(to: string | undefined): Promise<void>
}

/** Makes it. */
export function createSessions({ core, departure, tell, go }: SessionsOptions): Sessions {
  const { store, api } = core
  const leaving = new Map<string | null, Promise<void>>()

  async function leave(sessionId: string | null, redirectUrl: string | undefined): Promise<void> {
    if (redirectUrl !== undefined) departure.begin()
    try {
      await (sessionId === null ? api.call(routes.deleteSessions) : api.call(routes.removeSession, { session_id: sessionId }))
    } catch (error) {
      if (!isGone(error)) {
        departure.stay()
        throw error
      }
    }
    core.drop(sessionId)
    departure.leave()
    await go(redirectUrl)
  }

  function signOut({ sessionId, redirectUrl }: SignOutOptions = {}): Promise<void> {
    const which = sessionId ?? null
    const known = leaving.get(which)
    if (known !== undefined) return known
    const left = leave(which, redirectUrl).finally(() => leaving.delete(which))
    leaving.set(which, left)
    return left
  }

  return {
    signOut,
    async setActive({ session, redirectUrl }) {
      const current = store.get().session
      if (session === null) {
        const to = redirectUrl === undefined ? {} : { redirectUrl }
        return current === null ? go(redirectUrl) : signOut({ sessionId: current.id, ...to })
      }
      if (current?.id !== session) await api.call(routes.touchSession, { session_id: session })
      tell()
      await go(redirectUrl)
    },
  }
}
