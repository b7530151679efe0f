import type { ClientJSON } from '../resources/client.ts'
import type { SessionJSON, SessionStateJSON, SessionWithActivityJSON } from '../resources/session.ts'
import type { SessionReverificationJSON } from '../resources/session-reverification.ts'
import type { TokenJSON } from '../resources/token.ts'
import type { Endpoint } from './endpoint.ts'
import type { IdentifierIdFields, PrepareFields, ProofFields } from './frontend.ts'

/** What browsers call about the sessions that they hold. */
export const SESSION_ENDPOINTS = [
  {
    id: 'frontend/delete-sessions',
    door: 'frontend',
    method: 'DELETE',
    path: '/v1/client/sessions',
    auth: 'client',
    mutates: true,
    bucket: 'write',
    response: 'enveloped',
  },
  {
    id: 'frontend/get-session',
    door: 'frontend',
    method: 'GET',
    path: '/v1/client/sessions/:session_id',
    auth: 'client',
    mutates: false,
    bucket: null,
    response: 'enveloped',
  },
  {
    id: 'frontend/touch-session',
    door: 'frontend',
    method: 'POST',
    path: '/v1/client/sessions/:session_id/touch',
    auth: 'client',
    mutates: true,
    bucket: 'write',
    response: 'enveloped',
  },
  {
    id: 'frontend/end-session',
    door: 'frontend',
    method: 'POST',
    path: '/v1/client/sessions/:session_id/end',
    auth: 'client',
    mutates: true,
    bucket: 'write',
    response: 'enveloped',
  },
  {
    id: 'frontend/remove-session',
    door: 'frontend',
    method: 'POST',
    path: '/v1/client/sessions/:session_id/remove',
    auth: 'client',
    mutates: true,
    bucket: 'write',
    response: 'enveloped',
  },
  {
    id: 'frontend/start-reverification',
    door: 'frontend',
    method: 'POST',
    path: '/v1/client/sessions/:session_id/verify',
    auth: 'client',
    mutates: true,
    bucket: 'write',
    response: 'enveloped',
  },
  {
    id: 'frontend/prepare-reverification-first-factor',
    door: 'frontend',
    method: 'POST',
    path: '/v1/client/sessions/:session_id/verify/prepare_first_factor',
    auth: 'client',
    mutates: true,
    bucket: 'write',
    response: 'enveloped',
  },
  {
    id: 'frontend/attempt-reverification-first-factor',
    door: 'frontend',
    method: 'POST',
    path: '/v1/client/sessions/:session_id/verify/attempt_first_factor',
    auth: 'client',
    mutates: true,
    bucket: 'attempt',
    response: 'enveloped',
  },
  {
    id: 'frontend/prepare-reverification-second-factor',
    door: 'frontend',
    method: 'POST',
    path: '/v1/client/sessions/:session_id/verify/prepare_second_factor',
    auth: 'client',
    mutates: true,
    bucket: 'write',
    response: 'enveloped',
  },
  {
    id: 'frontend/attempt-reverification-second-factor',
    door: 'frontend',
    method: 'POST',
    path: '/v1/client/sessions/:session_id/verify/attempt_second_factor',
    auth: 'client',
    mutates: true,
    bucket: 'attempt',
    response: 'enveloped',
  },
  {
    id: 'frontend/create-token',
    door: 'frontend',
    method: 'POST',
    path: '/v1/client/sessions/:session_id/tokens',
    auth: 'client',
    mutates: true,
    bucket: 'token',
    response: 'bare',
  },
  {
    // Asked by the application's server for whatever its visitors do, so there may be no origin. It changes nothing.
    id: 'frontend/get-session-state',
    door: 'frontend',
    method: 'POST',
    path: '/v1/latchkey/session',
    auth: 'client',
    mutates: false,
    bucket: 'token',
    response: 'bare',
  },
] as const satisfies readonly Endpoint[]

/** What each of them is asked, and what it answers. */
export interface SessionContracts {
  /** Signs everybody out of this browser. */
  'frontend/delete-sessions': { readonly response: ClientJSON }
  /** A live session of this browser. */
  'frontend/get-session': { readonly response: SessionJSON }
  /** Makes a session the one in use. */
  'frontend/touch-session': { readonly response: SessionJSON }
  /** Signs one session out of this browser. */
  'frontend/end-session': { readonly response: SessionJSON | SessionWithActivityJSON }
  /** Signs one session out of this browser and forgets it. */
  'frontend/remove-session': { readonly response: SessionJSON | SessionWithActivityJSON }
  /** Asks a signed-in user once more who they are, before something that only they may do. */
  'frontend/start-reverification': {
    readonly body: {
      /** `first_factor`, `second_factor` or `multi_factor`; whoever has no second factor is asked for their first. */
      readonly level?: string
    }
    readonly response: SessionReverificationJSON
  }
  /** Sends what the first factor of a reverification will be proven by. */
  'frontend/prepare-reverification-first-factor': {
    readonly body: PrepareFields & IdentifierIdFields
    readonly response: SessionReverificationJSON
  }
  /** Judges the first factor of a reverification. */
  'frontend/attempt-reverification-first-factor': { readonly body: ProofFields; readonly response: SessionReverificationJSON }
  /** Issues what the second factor of a reverification will be proven by. */
  'frontend/prepare-reverification-second-factor': {
    readonly body: PrepareFields & IdentifierIdFields
    readonly response: SessionReverificationJSON
  }
  /** Judges the second factor of a reverification. */
  'frontend/attempt-reverification-second-factor': { readonly body: ProofFields; readonly response: SessionReverificationJSON }
  /** A fresh 60-second token for a session of this browser: the request that SDKs send most. */
  'frontend/create-token': { readonly response: TokenJSON }
  /**
   * Who is signed in at a browser, and a fresh token for its session, for the server of its application: asked when the token in the
   * application's cookie is about to end.
   */
  'frontend/get-session-state': { readonly response: SessionStateJSON }
}
