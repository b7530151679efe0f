import type { ErrorCode } from '@latchkey/protocol'
import type { RefusalDetail } from '../domain/refusal.ts'
import type { Effect } from './effect.ts'

/** Why a step may not be made. */
export interface RefusedDecision {
  readonly ok: false
  readonly code: ErrorCode
  readonly detail: RefusalDetail
}

/** What a step decides: where the flow stands next and what must be done, or why not. */
export type Decision<State> = { readonly ok: true; readonly next: State; readonly effects: readonly Effect[] } | RefusedDecision

/** A refusal as a value. */
export function refuse(code: ErrorCode, detail: RefusalDetail = {}): RefusedDecision {
  return { ok: false, code, detail }
}
