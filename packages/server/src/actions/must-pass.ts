import { Refusal } from '../domain/refusal.ts'
import type { Decision } from '../flows/decision.ts'

/** The decision, when it is a yes. @throws Refusal with the flow's own code otherwise */
export function mustPass<State>(decision: Decision<State>): Decision<State> & { ok: true } {
  if (!decision.ok) throw new Refusal(decision.code, decision.detail)
  return decision
}
