import { useEffect } from 'react'
import { now } from '../platform/clock.ts'
import { recall, remember } from '../platform/memory.ts'
import type { FlowActions } from './actions.ts'

const KEY = 'latchkey:sent-on'
const LOOP_MS = 10_000

/**
 * Sends somebody who is signed in on to where the page was to lead. Whoever comes straight back was not let in there: she is
 * not sent a second time, but told, or page and form would send her to and fro.
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
