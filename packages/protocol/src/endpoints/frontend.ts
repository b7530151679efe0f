import type { IdentifierName, UserAttribute } from '../attributes.ts'
import type { ClientJSON } from '../resources/client.ts'
import type { EnvironmentJSON } from '../resources/environment.ts'
import type { JsonObject } from '../resources/json.ts'
import type { SignInJSON } from '../resources/sign-in.ts'
import type { SignUpJSON } from '../resources/sign-up.ts'
import type { DevBrowserJSON } from '../resources/token.ts'
import type { Endpoint, Unkept } from './endpoint.ts'

/** What browsers call before and while somebody is signed in. */
export const FRONTEND_ENDPOINTS = [
  {
    id: 'frontend/get-environment',
    door: 'frontend',
    method: 'GET',
    path: '/v1/environment',
    auth: 'public',
    mutates: false,
    bucket: null,
    response: 'bare',
  },
  {
    id: 'frontend/touch-environment',
    door: 'frontend',
    method: 'PATCH',
    path: '/v1/environment',
    auth: 'public',
    mutates: true,
    bucket: 'write',
    response: 'bare',
  },
  {
    id: 'frontend/create-dev-browser',
    door: 'frontend',
    method: 'POST',
    path: '/v1/dev_browser',
    auth: 'public',
    mutates: true,
    bucket: 'write',
    response: 'bare',
  },
  {
    id: 'frontend/get-client',
    door: 'frontend',
    method: 'GET',
    path: '/v1/client',
    auth: 'public',
    mutates: false,
    bucket: null,
    response: 'enveloped',
  },
  {
    id: 'frontend/put-client',
    door: 'frontend',
    method: 'PUT',
    path: '/v1/client',
    auth: 'public',
    mutates: true,
    bucket: 'write',
    response: 'enveloped',
  },
  {
    id: 'frontend/create-client',
    door: 'frontend',
    method: 'POST',
    path: '/v1/client',
    auth: 'public',
    mutates: true,
    bucket: 'write',
    response: 'enveloped',
  },
  {
    id: 'frontend/delete-client',
    door: 'frontend',
    method: 'DELETE',
    path: '/v1/client',
    auth: 'client',
    mutates: true,
    bucket: 'write',
    response: 'enveloped',
  },
  {
    id: 'frontend/handshake',
    door: 'frontend',
    method: 'GET',
    path: '/v1/client/handshake',
    auth: 'public',
    mutates: false,
    bucket: 'write',
    response: 'redirect',
  },
  {
    id: 'frontend/touch-client',
    door: 'frontend',
    method: 'GET',
    path: '/v1/client/touch',
    auth: 'public',
    mutates: false,
    bucket: null,
    response: 'redirect',
  },
  {
    id: 'frontend/create-sign-in',
    door: 'frontend',
    method: 'POST',
    path: '/v1/client/sign_ins',
    auth: 'public',
    mutates: true,
    bucket: 'sign_in_create',
    response: 'enveloped',
  },
  {
    id: 'frontend/get-sign-in',
    door: 'frontend',
    method: 'GET',
    path: '/v1/client/sign_ins/:sign_in_id',
    auth: 'client',
    mutates: false,
    bucket: null,
    response: 'enveloped',
  },
  {
    id: 'frontend/prepare-first-factor',
    door: 'frontend',
    method: 'POST',
    path: '/v1/client/sign_ins/:sign_in_id/prepare_first_factor',
    auth: 'client',
    mutates: true,
    bucket: 'write',
    response: 'enveloped',
  },
  {
    id: 'frontend/attempt-first-factor',
    door: 'frontend',
    method: 'POST',
    path: '/v1/client/sign_ins/:sign_in_id/attempt_first_factor',
    auth: 'client',
    mutates: true,
    bucket: 'attempt',
    response: 'enveloped',
  },
  {
    id: 'frontend/prepare-second-factor',
    door: 'frontend',
    method: 'POST',
    path: '/v1/client/sign_ins/:sign_in_id/prepare_second_factor',
    auth: 'client',
    mutates: true,
    bucket: 'write',
    response: 'enveloped',
  },
  {
    id: 'frontend/attempt-second-factor',
    door: 'frontend',
    method: 'POST',
    path: '/v1/client/sign_ins/:sign_in_id/attempt_second_factor',
    auth: 'client',
    mutates: true,
    bucket: 'attempt',
    response: 'enveloped',
  },
  {
    id: 'frontend/create-sign-up',
    door: 'frontend',
    method: 'POST',
    path: '/v1/client/sign_ups',
    auth: 'public',
    mutates: true,
    bucket: 'sign_up_create',
    response: 'enveloped',
  },
  {
    id: 'frontend/get-sign-up',
    door: 'frontend',
    method: 'GET',
    path: '/v1/client/sign_ups/:sign_up_id',
    auth: 'client',
    mutates: false,
    bucket: null,
    response: 'enveloped',
  },
  {
    id: 'frontend/update-sign-up',
    door: 'frontend',
    method: 'PATCH',
    path: '/v1/client/sign_ups/:sign_up_id',
    auth: 'client',
    mutates: true,
    bucket: 'write',
    response: 'enveloped',
  },
  {
    id: 'frontend/prepare-sign-up-verification',
    door: 'frontend',
    method: 'POST',
    path: '/v1/client/sign_ups/:sign_up_id/prepare_verification',
    auth: 'client',
    mutates: true,
    bucket: 'write',
    response: 'enveloped',
  },
  {
    id: 'frontend/attempt-sign-up-verification',
    door: 'frontend',
    method: 'POST',
    path: '/v1/client/sign_ups/:sign_up_id/attempt_verification',
    auth: 'client',
    mutates: true,
    bucket: 'attempt',
    response: 'enveloped',
  },
  {
    id: 'frontend/verify-link',
    door: 'frontend',
    method: 'GET',
    path: '/v1/verify',
    auth: 'public',
    mutates: false,
    bucket: 'write',
    response: 'html',
  },
  {
    id: 'frontend/accept-ticket',
    door: 'frontend',
    method: 'GET',
    path: '/v1/tickets/accept',
    auth: 'public',
    mutates: false,
    bucket: 'write',
    response: 'html',
  },
] as const satisfies readonly Endpoint[]

/** What a strategy is proven by, under the name that it gives it. Further fields pass: each strategy judges its own. */
export interface ProofFields {
  /** By which the proof is to be judged; the one that was prepared without it, where the endpoint knows. */
  readonly strategy?: string
  /** The digits of a message. */
  readonly code?: string
  /** The secret of a link. */
  readonly token?: string
  /** A sign-in token. */
  readonly ticket?: string
}

/** What is to be prepared. Further fields pass: each strategy judges its own. */
export interface PrepareFields {
  readonly strategy: string
  /** Where a link leads, absolute. */
  readonly redirect_url?: string
}

/** Which of a user's identifiers is meant. */
export type IdentifierIdFields = { readonly [Name in IdentifierName as `${Name}_id`]?: string }

/** What somebody who signs up may give. */
type SignUpFields = { readonly [Name in UserAttribute]?: string } & {
  /** An object; in a form as text. */
  readonly unsafe_metadata?: JsonObject | string
  readonly legal_accepted?: boolean
  /** A language tag of BCP 47. */
  readonly locale?: string
  /** Prepares it at once. */
  readonly strategy?: string
  /** Where a link leads, absolute. */
  readonly redirect_url?: string
  /** A sign-in token. */
  readonly ticket?: string
  readonly password?: Unkept
  readonly phone_number?: Unkept
  readonly web3_wallet?: Unkept
}

/** What these are asked and what they answer. */
export interface FrontendContracts {
  /** The public configuration of the instance, which every SDK loads first. */
  'frontend/get-environment': { readonly response: EnvironmentJSON }
  /** The public configuration of the instance, which every SDK loads first. */
  'frontend/touch-environment': { readonly response: EnvironmentJSON }
  /** A name for a browser of a development instance. */
  'frontend/create-dev-browser': { readonly response: DevBrowserJSON }
  /** The client of this browser, or null for a browser seen for the first time. */
  'frontend/get-client': { readonly response: ClientJSON | null }
  /** The client of this browser, or null for a browser seen for the first time. */
  'frontend/put-client': { readonly response: ClientJSON | null }
  /** The client of this browser, or null for a browser seen for the first time. */
  'frontend/create-client': { readonly response: ClientJSON | null }
  /** Signs everybody out of this browser. */
  'frontend/delete-client': { readonly response: ClientJSON }
  /**
   * Sends a visitor back to the application with what it needs to know them: in production in a cookie that both hosts see, so that
   * nothing stays in the URL; in the URL where there is no such cookie, and in development, where the SDK cleans up.
   */
  'frontend/handshake': {
    readonly query: {
      /** The page to come back to. */
      readonly redirect_url: string
      /** `nonce`: carry a name for the cookies, to be asked for, instead of the cookies. */
      readonly format?: string
      /** The name of this browser in a development instance. */
      readonly __clerk_db_jwt?: string
    }
    readonly response: null
  }
  /** Sets the client cookie again, unchanged, for browsers that cut the life of cookies not set by a visit, and sends the visitor back. */
  'frontend/touch-client': {
    readonly query: {
      /** The page to come back to. */
      readonly redirect_url: string
    }
    readonly response: null
  }
  /** Begins a sign-in. */
  'frontend/create-sign-in': {
    readonly body: {
      /** Who signs in, such as an email address. */
      readonly identifier?: string
      /** Prepares it at once. */
      readonly strategy?: string
      /** Where a link leads, absolute. */
      readonly redirect_url?: string
      /** A sign-in token, with the strategy `ticket`. */
      readonly ticket?: string
    }
    readonly response: SignInJSON
  }
  /** A sign-in of this browser. */
  'frontend/get-sign-in': { readonly response: SignInJSON }
  /** Sends what the first factor will be proven by. */
  'frontend/prepare-first-factor': { readonly body: PrepareFields & IdentifierIdFields; readonly response: SignInJSON }
  /** Judges the first factor. */
  'frontend/attempt-first-factor': { readonly body: ProofFields; readonly response: SignInJSON }
  /** Issues what the second factor will be proven by. */
  'frontend/prepare-second-factor': { readonly body: PrepareFields & IdentifierIdFields; readonly response: SignInJSON }
  /** Judges the second factor. */
  'frontend/attempt-second-factor': { readonly body: ProofFields; readonly response: SignInJSON }
  /** Begins a sign-up. */
  'frontend/create-sign-up': { readonly body: SignUpFields; readonly response: SignUpJSON }
  /** A sign-up of this browser. */
  'frontend/get-sign-up': { readonly response: SignUpJSON }
  /** Takes further or changed fields of a sign-up. */
  'frontend/update-sign-up': { readonly body: SignUpFields; readonly response: SignUpJSON }
  /** Sends what a sign-up's address will be proven by. */
  'frontend/prepare-sign-up-verification': { readonly body: PrepareFields; readonly response: SignUpJSON }
  /** Judges the proof of a sign-up's address. */
  'frontend/attempt-sign-up-verification': { readonly body: ProofFields; readonly response: SignUpJSON }
  /** Where the link of a mail leads. */
  'frontend/verify-link': {
    readonly query: {
      /** The secret of the link. */
      readonly token: string
    }
    readonly response: string | null
  }
  /** Carries a sign-in token to the sign-in page, which uses it up. */
  'frontend/accept-ticket': {
    readonly query: {
      /** A sign-in token. */
      readonly ticket: string
      /** The page that uses it up; the sign-in page without it. */
      readonly redirect_url?: string
    }
    readonly response: null
  }
}
