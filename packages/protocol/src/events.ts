import type { AuthenticationMethod } from './amr.ts'
import type { IdentifierName } from './attributes.ts'
import type { ReverificationLevel } from './resources/session-reverification.ts'
import type { StrategyName } from './strategies.ts'

/**
 * What each event tells beyond whom it is about. Nothing in here is a secret, and nothing is what a person typed.
 * Names are those of the same events elsewhere: `<thing>.<what happened to it>`.
 */
export interface EventDetails extends IdentifierEvents {
  'application.created': { readonly name: string; readonly type: string }
  'settings.updated': { readonly changes: readonly { readonly name: string; readonly from: string; readonly to: string }[] }
  'allowed_origin.created': { readonly origin: string }
  'allowed_origin.deleted': { readonly origin: string }

  'user.created': Nothing
  /** The fields' names, never what is in them. */
  'user.updated': { readonly fields: readonly string[] }
  'user.deleted': Nothing
  'user.banned': { readonly sessions: number }
  'user.unbanned': Nothing
  'user.locked': Nothing
  'user.unlocked': Nothing

  /** A user has enrolled something to prove who they are, or has it no longer. */
  'credential.created': { readonly id: string; readonly strategy: string }
  'credential.deleted': { readonly ids: readonly string[]; readonly strategy: string }

  'session.created': {
    readonly sessionId: string
    readonly strategy?: StrategyName
    /** Where there was a second factor: by what, and how both were proven. */
    readonly secondStrategy?: StrategyName
    readonly methods?: readonly AuthenticationMethod[]
  }
  /** A signed-in user proved once more who they are. */
  'session.reverified': {
    readonly sessionId: string
    readonly level: ReverificationLevel
    readonly strategy: StrategyName
    readonly secondStrategy?: StrategyName
  }
  'session.ended': { readonly sessionIds: readonly string[] }
  'session.removed': { readonly sessionIds: readonly string[] }
  'session.revoked': { readonly sessionIds: readonly string[] }
  /** A token with a lifetime of its own, which nobody can call back. */
  'session.token_created': { readonly sessionId: string; readonly seconds: number }

  /** The first factor is proven and the second is asked for: nobody is signed in yet, and perhaps never is. */
  'sign_in.first_factor_verified': { readonly strategy: StrategyName }
  /** A proof was judged and found wrong; `guesses` of those its code or link allows are used. */
  'sign_in.failed': FailedProof
  'sign_up.failed': FailedProof
  'reverification.failed': FailedProof
  /** Too many wrong proofs: no more are judged until then, epoch milliseconds. */
  'guesses.locked': { readonly scope: 'user' | 'device' | 'account' | 'network'; readonly until: number }
  /** Not judged or not sent, because a limit was reached or the account may not sign in. `times` in about a minute. */
  'sign_in.refused': Refused
  'sign_up.refused': Refused
  'reverification.refused': Refused
  'message.refused': Refused
  'request.refused': Refused

  /** A client token that had been replaced came back after its grace: somebody has a copy. */
  'client.token_replayed': { readonly sessionIds: readonly string[] }

  'sign_in_token.created': { readonly id: string }
  'sign_in_token.revoked': { readonly id: string }
  'testing_token.created': { readonly id: string }

  'secret_key.created': { readonly id: string; readonly name: string; readonly last4: string }
  /** At most once a day and key. */
  'secret_key.used': { readonly id: string; readonly name: string; readonly last4: string }
  'secret_key.rotated': {
    readonly id: string
    readonly name: string
    readonly last4: string
    readonly replacedBy: string
    readonly expiresAt: number
  }
  /** A key that was revoked was shown. */
  'secret_key.refused': Refused
  'secret_key.revoked': { readonly id: string; readonly name: string; readonly last4: string }
  'operator_key.created': { readonly id: string; readonly name: string; readonly last4: string }
  /** At most once a day and key. */
  'operator_key.used': { readonly id: string; readonly name: string; readonly last4: string }
  /** A key that was revoked was shown. */
  'operator_key.refused': Refused
  'operator_key.revoked': { readonly id: string; readonly name: string; readonly last4: string }
  'signing_key.created': { readonly kid: string; readonly status: string }
  'signing_key.activated': { readonly kid: string }
  'signing_key.retired': { readonly kid: string }
  'signing_key.revoked': { readonly kid: string; readonly reason: 'rotation' | 'emergency' }
  'secrets_key.rotated': { readonly rows: number }
}

/** What happens to the identifiers of a user, by the kind of identifier. */
type IdentifierEvents = { [Name in IdentifierName as `${Name}.created`]: { readonly id: string; readonly verified: boolean } } & {
  [Name in IdentifierName as `${Name}.verified`]: { readonly id: string; readonly strategy?: StrategyName }
} & { [Name in IdentifierName as `${Name}.updated`]: { readonly id: string; readonly fields: readonly string[] } } & {
  [Name in IdentifierName as `${Name}.deleted`]: { readonly id: string; readonly verified?: boolean }
} & { [Name in IdentifierName as `${Name}.failed`]: FailedProof } & { [Name in IdentifierName as `${Name}.refused`]: Refused }

type Nothing = { readonly [key: string]: never }

interface FailedProof {
  readonly attemptId: string
  readonly strategy: StrategyName
  readonly code: string
  readonly guesses: number
}

interface Refused {
  /** The code that was answered. */
  readonly code: string
  readonly times: number
}

/** The name of something that happened. */
export type EventType = keyof EventDetails

/** Something that happened, to a user or to nobody in particular; told by its `type`. */
export type LatchkeyEvent = {
  readonly [Type in EventType]: {
    readonly type: Type
    readonly userId: string | null
  } & (EventDetails[Type] extends Nothing ? { readonly detail?: EventDetails[Type] } : { readonly detail: EventDetails[Type] })
}[EventType]

/** Who did it. */
export type EventActor =
  /** A browser or app that has not proven who is at it. */
  | { readonly type: 'visitor' }
  /** A signed-in person, or one who has just proven who they are. */
  | { readonly type: 'user'; readonly id: string }
  /** A server that holds this secret key. */
  | { readonly type: 'secret_key'; readonly id: string }
  /** Whoever holds this operator key. */
  | { readonly type: 'operator_key'; readonly id: string }
  /** Somebody at the command line of the server's machine. */
  | { readonly type: 'operator' }
  /** The server itself, such as by the clock. */
  | { readonly type: 'system' }
