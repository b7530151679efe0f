import type { Latchkey } from '@latchkey/js'
import { now } from '../platform/clock.ts'
import { cleanUrl } from './arrival.ts'
import { check, isOver, outageOf, ownProblem, problemOf } from './problem.ts'
import type { AttemptPort } from './attempt-port.ts'
import type { Busy, FlowEvent, FlowState } from './state.ts'
import type { Method, Route, Standing, Values } from './types.ts'

/** What a person can do on a card. None of them throws: what went wrong is in the state. */
export interface FlowActions {
  type(values: Values): void
  /** Sends the start form. @param anyIdentifier see `check` */
  begin(values: Values, required: readonly (keyof Values)[], anyIdentifier?: boolean): void
  redeem(): void
  attempt(code: string): void
  resend(method: Method): void
  update(values: Values, required: readonly (keyof Values)[]): void
  /** Goes on to where it ends, with the session in use or the one just made. */
  proceed(): void
  signOut(): void
  /** Goes to the other form, and takes the address along. */
  switchTo(emailAddress: string): void
  go(route: Route): void
  startOver(): void
  /** Takes up a link of a mail that was opened in this tab. */
  land(): void
  /** Asks anew who is signed in. */
  reload(): void
}

/** What the actions work with, as it is at the moment of a click. */
export interface FlowPorts {
  readonly latchkey: Latchkey
  readonly port: AttemptPort
  readonly state: FlowState
  readonly standing: Standing
  readonly method: Method
  readonly target: string
  /** Goes to the other form with an address. */
  switchTo(emailAddress: string): void
  go(route: Route, replace?: boolean): void
  dispatch(event: FlowEvent): void
}

/** @param at gives the ports of the moment */
export function flowActions(at: () => FlowPorts): FlowActions {
  async function run(what: Busy, work: (ports: FlowPorts) => Promise<void>): Promise<void> {
    const ports = at()
    if (ports.state.busy !== null) return
    ports.dispatch({ type: 'began', what })
    try {
      await work(ports)
    } catch (error) {
      await stumble(error, ports)
    }
  }

  /** A session in the way is what was wanted: go on with it. Anything else is told. */
  async function stumble(error: unknown, ports: FlowPorts): Promise<void> {
    const problem = problemOf(error)
    if (problem.sessionId === null) return ports.dispatch({ type: 'failed', problem })
    try {
      await finish(problem.sessionId, ports)
    } catch (again) {
      ports.dispatch({ type: 'failed', problem: problemOf(again) })
    }
  }

  async function finish(sessionId: string, { latchkey, target, dispatch }: FlowPorts): Promise<void> {
    dispatch({ type: 'finished' })
    await latchkey.setActive({ session: sessionId, redirectUrl: target })
  }

  /**
   * Begins, and has the mail sent. A browser that never showed a cookie has to come back with the first one before anything is sent:
   * one that keeps none would be sent a mail each time, and no code of it would work.
   * @returns `null` when it keeps none, which was told
   */
  async function beginKept(values: Values, { latchkey, port, method, dispatch }: FlowPorts): Promise<Standing | null> {
    const how = { method, redirectUrl: thisPage() }
    if (latchkey.getSnapshot().clientId !== null) return port.begin(values, how)
    const begun = await port.begin(values, null)
    if (begun.step === 'complete') return begun
    try {
      return await port.resend(how)
    } catch (error) {
      if (!isOver(error)) throw error
      await latchkey.reload()
      dispatch({ type: 'failed', problem: ownProblem(isFramed() ? 'cookies_framed' : 'cookies_blocked') })
      return null
    }
  }

  async function follow(standing: Standing, ports: FlowPorts): Promise<void> {
    if (standing.step === 'complete' && standing.sessionId !== null) return finish(standing.sessionId, ports)
    ports.dispatch({ type: 'settled' })
    ports.go(standing.step === 'continue' ? 'continue' : standing.step === 'verify' ? 'verify' : '', true)
  }

  return {
    type: (values) => at().dispatch({ type: 'typed', values }),
    begin(values, required, anyIdentifier) {
      const { dispatch, standing, state } = at()
      dispatch({ type: 'typed', values })
      const problem = check(values, required, anyIdentifier)
      if (problem !== null) return dispatch({ type: 'failed', problem })
      void run('begin', async (ports) => {
        if (!state.spent && stillGood(standing, values)) {
          // What else was typed may have changed meanwhile.
          await ports.port.update(values)
          ports.dispatch({ type: 'settled' })
          return ports.go('verify')
        }
        const begun = await beginKept(values, ports)
        if (begun === null) return
        if (begun.step === 'complete') return follow(begun, ports)
        ports.dispatch({ type: 'sent', at: now(), resent: null })
        ports.go(begun.step === 'continue' ? 'continue' : 'verify')
      })
    },
    redeem() {
      const { arrival } = at().state
      if (arrival?.kind === 'token') void run('redeem', async (ports) => follow(await ports.port.redeem(arrival.ticket), ports))
    },
    attempt: (code) => void run('attempt', async (ports) => follow(await ports.port.attempt(code), ports)),
    resend: (method) =>
      void run('resend', async (ports) => {
        const { expiresAt } = await ports.port.resend({ method, redirectUrl: thisPage() })
        ports.dispatch({ type: 'sent', at: now(), resent: expiresAt === ports.standing.expiresAt ? 'kept' : 'sent' })
        ports.go('verify', true)
      }),
    update(values, required) {
      const problem = check(values, required)
      if (problem !== null) return at().dispatch({ type: 'failed', problem })
      void run('update', async (ports) => follow(await ports.port.update(values), ports))
    },
    proceed: () =>
      void run('go', async ({ latchkey, standing, target }) => {
        const session = standing.sessionId ?? latchkey.getSnapshot().session?.id ?? null
        await latchkey.setActive({ session, redirectUrl: target })
      }),
    signOut: () =>
      void run('signOut', async ({ latchkey, dispatch }) => {
        await latchkey.signOut({ redirectUrl: thisPage() })
        dispatch({ type: 'settled' })
      }),
    switchTo: (emailAddress) => at().switchTo(emailAddress),
    go: (route) => at().go(route),
    land() {
      const { arrival } = at().state
      if (arrival?.kind !== 'link') return
      const { sessionId } = arrival
      void run('go', async (ports) => {
        await ports.latchkey.load()
        const snapshot = ports.latchkey.getSnapshot()
        const { phase, failure, sessions, session } = snapshot
        // The link may well have worked: nobody could be asked.
        if (phase === 'unreachable') return ports.dispatch({ type: 'failed', problem: outageOf(failure) })
        const made = sessions.find(({ id }) => id === sessionId) ?? (sessionId === null ? session : null)
        if (made) return finish(made.id, ports)
        const standing = ports.port.standing(snapshot)
        if (standing.step === 'continue') return follow(standing, ports)
        ports.dispatch({ type: 'settled', arrival: { ...arrival, status: 'failed' } })
      })
    },
    startOver() {
      at().dispatch({ type: 'moved' })
      at().go('', true)
    },
    reload: () =>
      void run('go', async ({ latchkey, state: { arrival }, dispatch }) => {
        await latchkey.reload()
        // What the page was opened for is still to be done.
        dispatch({ type: 'settled', arrival })
      }),
  }
}

/** The mail for this very address is on its way already, and its code is good: no second one. */
function stillGood({ step, address, expiresAt }: Standing, { emailAddress }: Values): boolean {
  return step === 'verify' && address === emailAddress.trim().toLowerCase() && (expiresAt ?? 0) > now()
}

/** Is the page shown inside of another one, where browsers keep fewer cookies? */
const isFramed = () => window.self !== window.top

/** This page, absolute and without what it said to us: there the mail's link comes back to. */
function thisPage(): string {
  const { origin, pathname, search } = location
  return origin + cleanUrl({ pathname, search, hash: '' })
}
