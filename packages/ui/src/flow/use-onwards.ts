import { useEffect } from 'react'
import { now } from '../platform/clock.ts'
import { recall, remember } from '../platform/memory.ts'
import type { FlowActions } from './actions.ts'

const KEY = 'latchkey:sent-on'
const LOOP_MS = 10_000

/**
 * Sends somebody who is signed in on to where the page was to lead. Whoever comes straight back was not let in there: they are
 * not sent a second time, but told, or page and form would send them to and fro.
 */
export function useOnwards(active: boolean, target: string, actions: FlowActions): void {
  useEffect(() => {
    if (!active) return
    const [at, to] = (recall(KEY) ?? '').split(' ')
    if (to === target && now() - Number(at) < LOOP_MS) return
    remember(KEY, `${now()} ${target}`)
    actions.proceed()
  }, [active, target, actions])
}

/** Where somebody may be meant to go after signing in or up, strongest first. */
export interface Targets {
  readonly forceRedirectUrl?: string | undefined
  /** The page's query, for its `redirect_url`. */
  readonly search: string
  readonly redirectUrl?: string | undefined
  readonly fallbackRedirectUrl?: string | undefined
  /** What the provider says. */
  readonly usual: string
}

/** Where the page's address says to go on to, `null` where it does not. */
export const wantedBy = (search: string): string | null => new URLSearchParams(search).get('redirect_url') || null

/**
 * Where to go on to.
 * @param safe turns whatever leads out of the application into `/`
 */
export function targetOf(targets: Targets, safe: (url: string) => string): string {
  const { forceRedirectUrl, search, redirectUrl, fallbackRedirectUrl, usual } = targets
  return safe(forceRedirectUrl || wantedBy(search) || redirectUrl || fallbackRedirectUrl || usual || '/')
}
