import { type Environment, type Phase, safeRedirect } from '@latchkey/js'
import { useLatchkey, useSnapshot, useUrls } from '@latchkey/react'
import { useEffect, useReducer, useRef, useState, useSyncExternalStore } from 'react'
import { type FlowActions, flowActions } from './actions.ts'
import { signInPort, signUpPort } from './attempt-port.ts'
import { cardOf, useMoved } from './card.ts'
import { methodsOf } from './methods.ts'
import { otherForm } from './other-form.ts'
import { outageOf } from './problem.ts'
import type { FormProps } from './props.ts'
import { type FlowEvent, type FlowState, step, untouched } from './state.ts'
import type { Card, Method, Mode, Problem, Route, Standing } from './types.ts'
import { useArrival, useLanding } from './use-arrival.ts'
import { useEnvironment } from './use-environment.ts'
import { targetOf, useOnwards, wantedBy } from './use-onwards.ts'
import { usePoll } from './use-poll.ts'
import { routingOf, useRoute } from './use-route.ts'

/** Everything a card is drawn from. */
export interface Flow {
  readonly mode: Mode
  readonly card: Card
  readonly state: FlowState
  readonly standing: Standing
  readonly environment: Environment
  /** The ways to prove an address, the usual one first. */
  readonly methods: readonly Method[]
  /** Where it ends. */
  readonly target: string
  /** Where the form posts to without scripts, `null` where nothing takes it. */
  readonly plainAction: string | null
  /** The page of the other form, `null` where there is none to offer. */
  readonly otherUrl: string | null
  /** The address of whoever is signed in already. */
  readonly who: string | null
  /** Why nobody could be asked who is signed in, `null` when somebody could. */
  readonly outage: Problem | null
  /** Scripts are at work, so the browser's own checks can rest. */
  readonly awake: boolean
  /** Which way the card on show came, `null` for one that was there from the start. */
  readonly moved: 'forward' | 'back' | null
  readonly actions: FlowActions
}

const PLAIN = { signIn: 'sign-in', signUp: 'sign-up' } as const

/** Ties a form to the store, the URL and the clock. Which card it shows is a pure function of the three. */
export function useFlow(mode: Mode, props: FormProps): Flow {
  const latchkey = useLatchkey()
  const urls = useUrls()
  const snapshot = useSnapshot()
  const { session, user } = snapshot
  const [loaded, setLoaded] = useState(false)
  // A page may know from its cookie that nobody is signed in; what was begun here, only the server knows.
  const phase = loaded || snapshot.phase === 'unreachable' ? snapshot.phase : 'loading'
  const [state, dispatch] = useReducer(step, props.initialValues ?? {}, untouched)
  const [route, go] = useRoute(routingOf(props))
  const { search, origin, awake } = useAddress(props.search ?? '')
  const wanted = wantedBy(search)
  const environment = useEnvironment(props.environment)
  const methods = methodsOf(environment, mode)
  const port = mode === 'signIn' ? signInPort(latchkey) : signUpPort(latchkey, props.unsafeMetadata)
  const standing = port.standing(snapshot)
  const target = targetOf(
    { ...props, search, usual: props[mode === 'signIn' ? 'afterSignInUrl' : 'afterSignUpUrl'] || urls.fallbackRedirectUrl },
    (url) => safeRedirect(url, { origin }),
  )
  const other = mode === 'signIn' ? (props.signUpUrl ?? urls.signUpUrl) : (props.signInUrl ?? urls.signInUrl)
  const switchTo = (typed: string) => {
    // A name to sign in with is no address to sign up with.
    const emailAddress = typed.includes('@') ? typed : ''
    if (props.onSwitch) props.onSwitch(mode === 'signIn' ? 'signUp' : 'signIn', { emailAddress })
    else void latchkey.navigate(otherForm(other, { redirectUrl: wanted, emailAddress }))
  }

  // What the actions find at the moment of a click, rather than at that of the last drawing.
  const now = { latchkey, port, state, standing, method: methods[0]!, target, go, dispatch, switchTo }
  const latest = useRef(now)
  useEffect(() => {
    latest.current = now
  })
  const [actions] = useState(() => flowActions(() => latest.current))

  // Who was signed in when the form was first drawn from the server's answer: somebody else came in by another tab.
  const [first, setFirst] = useState<string | null>()
  if (phase === 'ready' && first === undefined) setFirst(session?.id ?? null)
  const before = first === undefined || session?.id === first
  const card = cardOf({ mode, phase, environment, route, standing, state, signedIn: session !== null, before })

  // What went wrong on another card was told there: this one came by itself, such as by a link that was opened in another tab.
  const [seen, see] = useState({ card, problem: state.problem })
  if (seen.card !== card || seen.problem !== state.problem) {
    see({ card, problem: state.problem })
    if (seen.card !== card && seen.problem !== null && seen.problem === state.problem) dispatch({ type: 'settled', arrival: state.arrival })
  }

  useEffect(() => {
    void latchkey.load().then(() => setLoaded(true))
  }, [latchkey])
  useArrival(dispatch)
  useLanding(state.arrival, phase === 'unreachable', actions)
  useOnwards(card === 'signed-in' && wanted !== null, target, actions)
  usePoll(card === 'verify' && state.busy === null, () => port.reload())
  useStep({ card, route, phase, virtual: props.routing === 'virtual', pending: standing.step === 'verify', go, dispatch })

  return {
    mode,
    card,
    state,
    standing,
    environment,
    methods,
    target,
    plainAction: urls.plainBaseUrl === null ? null : `${urls.plainBaseUrl}/${PLAIN[mode]}?${new URLSearchParams({ redirect_url: target })}`,
    otherUrl: mode === 'signIn' && environment.signUpMode !== 'public' ? null : otherForm(other, { redirectUrl: wanted, emailAddress: '' }),
    who: user === null ? null : (user.primaryEmailAddress?.emailAddress ?? user.fullName),
    outage: phase === 'unreachable' ? outageOf(snapshot.failure) : null,
    awake,
    moved: useMoved(card),
    actions,
  }
}

/** What keeps the URL and the card together. */
interface StepFacts {
  readonly card: Card
  readonly route: Route
  readonly phase: Phase
  readonly virtual: boolean
  /** A code is waiting to be typed. */
  readonly pending: boolean
  go(route: Route, replace?: boolean): void
  dispatch(event: FlowEvent): void
}

/** The truth is the attempt; a URL that names a step it is not at is put right, and a step forgets what went wrong at the one before. */
function useStep({ card, route, phase, virtual, pending, go, dispatch }: StepFacts): void {
  const at = useRef<Route | null>(null)
  useEffect(() => {
    if (at.current !== null && at.current !== route) dispatch({ type: 'moved' })
    at.current = route
  }, [route, dispatch])
  const settled = phase === 'ready'
  useEffect(() => {
    if (settled && virtual && pending) go('verify', true)
    // Once, for a form that has no URL to come back to.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [settled])
  useEffect(() => {
    if (!settled || card === route || (card !== 'start' && card !== 'continue')) return
    if (!(card === 'start' && route === '')) go(card === 'start' ? '' : 'continue', true)
  }, [settled, card, route, go])
}

const never = () => () => {}

/** No browser has this origin, so nothing but a path is of the app while a server draws. */
const NOWHERE = 'http://latchkey.invalid'

/**
 * The page's query and origin; while the first HTML is drawn and taken over, what the server knew of them.
 * @param known the query as the server knows it
 */
function useAddress(known: string): { readonly search: string; readonly origin: string; readonly awake: boolean } {
  const search = useSyncExternalStore(
    never,
    () => location.search,
    () => known,
  )
  const origin = useSyncExternalStore(
    never,
    () => location.origin,
    () => NOWHERE,
  )
  return { search, origin, awake: origin !== NOWHERE }
}
