import type { ErrorCode, IdentifierName, LatchkeyEvent } from '@latchkey/protocol'
import type { ProvenBy } from '../domain/identification.ts'
import type { Identifier } from '../domain/identifiers/identifier.ts'
import type { ExternalAccount } from '../domain/proof.ts'
import type { RefusalDetail } from '../domain/refusal.ts'
import type { Slot } from '../domain/slot.ts'
import type { PrimaryIds } from '../domain/user.ts'

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

/** On whose word something happens: the client's own proof, or an operator's. */
export type Actor = { readonly type: 'client' } | { readonly type: 'operator' }

/** What a step wants done, as data; carried out by one action, in the transaction of the attempt. */
export type Effect =
  | {
      readonly type: 'create_session'
      readonly sessionId: string
      readonly userId: string
      readonly firstFactorAt: number | null
      readonly secondFactorAt: number | null
      readonly by: Actor
    }
  | {
      readonly type: 'reverify_session'
      readonly sessionId: string
      /** When each was proven anew, epoch milliseconds; `null` leaves it as it was. */
      readonly firstFactorAt: number | null
      readonly secondFactorAt: number | null
    }
  | { readonly type: 'create_user'; readonly userId: string; readonly profile: NewProfile; readonly primaries: PrimaryIds }
  | {
      readonly type: 'create_identification'
      readonly id: string
      readonly userId: string
      readonly identifier: Identifier
      readonly provenBy: ProvenBy
    }
  | {
      readonly type: 'create_credential'
      readonly id: string
      readonly userId: string
      readonly account: ExternalAccount
    }
  | { readonly type: 'drop_claims'; readonly identifier: Identifier }
  | { readonly type: 'set_primary_if_none'; readonly userId: string; readonly of: IdentifierName; readonly identificationId: string }
  | { readonly type: 'void_verification'; readonly slot: Slot }
  | { readonly type: 'record'; readonly event: LatchkeyEvent }

/** What a sign-up gathered about the person. */
export interface NewProfile {
  readonly firstName: string | null
  readonly lastName: string | null
  readonly unsafeMetadata: { readonly [key: string]: unknown }
  readonly legalAcceptedAt: number | null
  readonly locale: string | null
}
