import type { BackendClientJSON } from '../resources/client.ts'
import type { PaginatedJSON } from '../resources/envelope.ts'
import type { JwksJSON } from '../resources/jwks.ts'
import type { BackendSessionJSON } from '../resources/session.ts'
import type { CookiesJSON, HandshakePayloadJSON, SignInTokenJSON, TestingTokenJSON, TokenJSON } from '../resources/token.ts'
import type { Endpoint, Unkept } from './endpoint.ts'
import type { PageQuery } from './users.ts'

/** What the customer's servers call with a secret key, besides users. Its keys are no cookies, so no origin is asked for. */
export const BACKEND_ENDPOINTS = [
  {
    id: 'backend/get-jwks',
    door: 'backend',
    method: 'GET',
    path: '/v1/jwks',
    auth: 'secret',
    mutates: false,
    bucket: null,
    response: 'bare',
  },
  {
    id: 'backend/list-sessions',
    door: 'backend',
    method: 'GET',
    path: '/v1/sessions',
    auth: 'secret',
    mutates: false,
    bucket: 'backend',
    response: 'bare',
  },
  {
    id: 'backend/create-session',
    door: 'backend',
    method: 'POST',
    path: '/v1/sessions',
    auth: 'secret',
    mutates: true,
    bucket: 'backend',
    response: 'bare',
  },
  {
    id: 'backend/get-session',
    door: 'backend',
    method: 'GET',
    path: '/v1/sessions/:session_id',
    auth: 'secret',
    mutates: false,
    bucket: 'backend',
    response: 'bare',
  },
  {
    id: 'backend/revoke-session',
    door: 'backend',
    method: 'POST',
    path: '/v1/sessions/:session_id/revoke',
    auth: 'secret',
    mutates: true,
    bucket: 'backend',
    response: 'bare',
  },
  {
    id: 'backend/create-session-token',
    door: 'backend',
    method: 'POST',
    path: '/v1/sessions/:session_id/tokens',
    auth: 'secret',
    mutates: true,
    bucket: 'backend',
    response: 'bare',
  },
  {
    id: 'backend/refresh-session',
    door: 'backend',
    method: 'POST',
    path: '/v1/sessions/:session_id/refresh',
    auth: 'secret',
    mutates: true,
    bucket: 'backend',
    response: 'bare',
  },
  {
    id: 'backend/list-clients',
    door: 'backend',
    method: 'GET',
    path: '/v1/clients',
    auth: 'secret',
    mutates: false,
    bucket: 'backend',
    response: 'bare',
  },
  {
    id: 'backend/verify-client',
    door: 'backend',
    method: 'POST',
    path: '/v1/clients/verify',
    auth: 'secret',
    mutates: false,
    bucket: 'backend',
    response: 'bare',
  },
  {
    id: 'backend/get-handshake-payload',
    door: 'backend',
    method: 'GET',
    path: '/v1/clients/handshake_payload',
    auth: 'secret',
    mutates: false,
    bucket: 'backend',
    response: 'bare',
  },
  {
    id: 'backend/get-client',
    door: 'backend',
    method: 'GET',
    path: '/v1/clients/:client_id',
    auth: 'secret',
    mutates: false,
    bucket: 'backend',
    response: 'bare',
  },
  {
    id: 'backend/create-sign-in-token',
    door: 'backend',
    method: 'POST',
    path: '/v1/sign_in_tokens',
    auth: 'secret',
    mutates: true,
    bucket: 'backend',
    response: 'bare',
  },
  {
    id: 'backend/revoke-sign-in-token',
    door: 'backend',
    method: 'POST',
    path: '/v1/sign_in_tokens/:sign_in_token_id/revoke',
    auth: 'secret',
    mutates: true,
    bucket: 'backend',
    response: 'bare',
  },
  {
    id: 'backend/create-testing-token',
    door: 'backend',
    method: 'POST',
    path: '/v1/testing_tokens',
    auth: 'secret',
    mutates: true,
    bucket: 'backend',
    response: 'bare',
  },
] as const satisfies readonly Endpoint[]

/** Which stretch of a list is asked for, of lists that say on request how many entries there are in all. */
interface CountedPageQuery extends PageQuery {
  /** `true`: answer with the number of all entries beside those of the page. */
  readonly paginated?: boolean
}

/** A list, or with `paginated=true` one page of it and the number of all. */
type ListOf<Item> = readonly Item[] | PaginatedJSON<Item>

/** What these are asked and what they answer. */
export interface BackendContracts {
  /** The public keys that session tokens of the instance are verified with. */
  'backend/get-jwks': { readonly response: JwksJSON }
  /** A page of sessions, newest first. */
  'backend/list-sessions': {
    readonly query: CountedPageQuery & { readonly client_id?: string; readonly user_id?: string; readonly status?: string }
    readonly response: ListOf<BackendSessionJSON>
  }
  /** A session for a user without a sign-in, for tests. */
  'backend/create-session': {
    readonly body: { readonly user_id: string; readonly active_organization_id?: Unkept }
    readonly response: BackendSessionJSON
  }
  /** One session, ended ones too. */
  'backend/get-session': { readonly response: BackendSessionJSON }
  /** Ends a session. */
  'backend/revoke-session': { readonly response: BackendSessionJSON }
  /** A token for a live session. */
  'backend/create-session-token': {
    readonly body: {
      /** How long the token is good; 60. */
      readonly expires_in_seconds?: number | null
    }
    readonly response: TokenJSON
  }
  /** Exchanges an expired token for a fresh one, as it is or as the cookies to set. */
  'backend/refresh-session': {
    readonly body: {
      readonly expired_token: string
      readonly refresh_token: string
      /** The origin of the page that is asked for. */
      readonly request_origin: string
      /** The answer: the token, or the cookies to set. */
      readonly format?: 'token' | 'cookie' | null
    }
    readonly response: TokenJSON | CookiesJSON
  }
  /** A page of clients, newest first. */
  'backend/list-clients': { readonly query: CountedPageQuery; readonly response: ListOf<BackendClientJSON> }
  /** The client of a client token. */
  'backend/verify-client': { readonly body: { readonly token: string }; readonly response: BackendClientJSON }
  /** The cookies that a handshake's nonce stands for, once. */
  'backend/get-handshake-payload': {
    readonly query: {
      /** What the handshake has put into the URL or the cookie. It is used up. */
      readonly nonce: string
    }
    readonly response: HandshakePayloadJSON
  }
  /** One client. */
  'backend/get-client': { readonly response: BackendClientJSON }
  /** A token that signs its user in once. */
  'backend/create-sign-in-token': {
    readonly body: {
      readonly user_id: string
      /** How long it may be used. */
      readonly expires_in_seconds?: number | null
      readonly org_id?: Unkept
    }
    readonly response: SignInTokenJSON
  }
  /** Takes a sign-in token back. */
  'backend/revoke-sign-in-token': { readonly response: SignInTokenJSON }
  /** The token that test runners show. */
  'backend/create-testing-token': { readonly response: TestingTokenJSON }
}
