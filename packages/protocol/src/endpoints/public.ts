import type { HealthJSON, PaginatedJSON } from '../resources/envelope.ts'
import type { JwksJSON, OpenIdConfigurationJSON } from '../resources/jwks.ts'
import type { InboxMessageJSON } from '../resources/message.ts'
import type { Endpoint } from './endpoint.ts'

/** What anybody may read, and what Latchkey adds to the wire. */
export const PUBLIC_ENDPOINTS = [
  {
    id: 'public/health',
    door: 'public',
    method: 'GET',
    path: '/v1/health',
    auth: 'public',
    mutates: false,
    bucket: null,
    response: 'bare',
  },
  {
    id: 'public/get-jwks',
    door: 'public',
    method: 'GET',
    path: '/.well-known/jwks.json',
    auth: 'public',
    mutates: false,
    bucket: null,
    response: 'bare',
  },
  {
    id: 'public/get-openid-configuration',
    door: 'public',
    method: 'GET',
    path: '/.well-known/openid-configuration',
    auth: 'public',
    mutates: false,
    bucket: null,
    response: 'bare',
  },
  {
    id: 'latchkey/list-inbox',
    door: 'latchkey',
    method: 'GET',
    path: '/v1/latchkey/inbox',
    auth: 'inbox',
    mutates: false,
    bucket: null,
    response: 'bare',
  },
] as const satisfies readonly Endpoint[]

/** What these are asked and what they answer. */
export interface PublicContracts {
  /** Says whether this process can answer, its database included. */
  'public/health': { readonly response: HealthJSON }
  /** The public keys that session tokens of the instance are verified with. */
  'public/get-jwks': { readonly response: JwksJSON }
  /** Who issues the tokens of the instance and where its keys are, for verifiers that discover. */
  'public/get-openid-configuration': { readonly response: OpenIdConfigurationJSON }
  /** The messages of the development inbox, newest first. */
  'latchkey/list-inbox': {
    readonly query: {
      /** Only messages to this address. */
      readonly to?: string
      /** How many at most; 100. */
      readonly limit?: number
      /** Seconds to wait for a message when there is none, at most 30. */
      readonly wait?: number
      /** Only messages that came after the one with this id. */
      readonly after?: string
    }
    readonly response: PaginatedJSON<InboxMessageJSON>
  }
}

/** A page that an instance shows to people, or a file that such pages are made of. */
export interface HostedPage {
  readonly method: Extract<Endpoint['method'], 'GET' | 'POST'>
  /** Parameters are written `:name`. */
  readonly path: string
}

/** The hosted pages of an instance. They are reached at its own address, and through an application's server as its Frontend API is. */
export const HOSTED_PAGES = [
  { method: 'GET', path: '/sign-in' },
  { method: 'POST', path: '/sign-in' },
  { method: 'GET', path: '/sign-in/continue' },
  { method: 'GET', path: '/sign-in/code' },
  { method: 'POST', path: '/sign-in/code' },
  { method: 'POST', path: '/sign-in/resend' },
  { method: 'POST', path: '/sign-in/ticket' },
  { method: 'GET', path: '/sign-up' },
  { method: 'POST', path: '/sign-up' },
  { method: 'GET', path: '/sign-up/continue' },
  { method: 'GET', path: '/sign-up/code' },
  { method: 'POST', path: '/sign-up/code' },
  { method: 'POST', path: '/sign-up/resend' },
  { method: 'GET', path: '/assets/:name' },
  { method: 'GET', path: '/user' },
  { method: 'POST', path: '/user' },
  { method: 'POST', path: '/sign-out' },
] as const satisfies readonly HostedPage[]
