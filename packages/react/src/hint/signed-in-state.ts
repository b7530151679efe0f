import type { Snapshot } from '@latchkey/js'

declare global {
  /** What the hint cookie said when the page began, left by the script of `<HintScript>`. */
  var __latchkey_hint: 'in' | 'out' | undefined
}

/** Is somebody signed in? `unknown` while HTML is rendered or hydrated, which is the same for everybody. */
export type SignedInState = 'in' | 'out' | 'unknown'

/** What to show: what is known, or what the hint says, or nobody. */
export function signedInState({ phase, session }: Pick<Snapshot, 'phase' | 'session'>, hint: 'in' | 'out' | undefined): 'in' | 'out' {
  if (phase === 'ready') return session === null ? 'out' : 'in'
  return hint ?? 'out'
}
