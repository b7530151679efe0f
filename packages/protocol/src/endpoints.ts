import type { Envelope } from './resources/envelope.ts'
import { type BackendContracts, BACKEND_ENDPOINTS } from './endpoints/backend.ts'
import type { ParamsIn } from './endpoints/endpoint.ts'
import { type FrontendContracts, FRONTEND_ENDPOINTS } from './endpoints/frontend.ts'
import { type SessionContracts, SESSION_ENDPOINTS } from './endpoints/sessions.ts'
import { type MeContracts, ME_ENDPOINTS } from './endpoints/me.ts'
import { type OperatorContracts, OPERATOR_ENDPOINTS } from './endpoints/operator.ts'
import { type PublicContracts, PUBLIC_ENDPOINTS } from './endpoints/public.ts'
import { type UserContracts, USER_ENDPOINTS } from './endpoints/users.ts'

export { BODY_BYTES, BUCKETS, type BucketName, type Contract, type Endpoint, type Unkept } from './endpoints/endpoint.ts'
export { HOSTED_PAGES, type HostedPage } from './endpoints/public.ts'

/**
 * Every endpoint of the wire. Mounted in this order, no path with a parameter hides a fixed one. A browser sends verbs other than GET and
 * POST as `POST ?_method=`, which the server undoes for all of them.
 */
export const ENDPOINTS = [
  ...FRONTEND_ENDPOINTS,
  ...SESSION_ENDPOINTS,
  ...ME_ENDPOINTS,
  ...PUBLIC_ENDPOINTS,
  ...USER_ENDPOINTS,
  ...BACKEND_ENDPOINTS,
  ...OPERATOR_ENDPOINTS,
] as const

/** The id of an endpoint. A record over it fails to compile when a handler is missing. */
export type EndpointId = (typeof ENDPOINTS)[number]['id']

/** What every endpoint is asked and what it answers, by its id. */
export interface EndpointContracts
  extends FrontendContracts, SessionContracts, MeContracts, PublicContracts, UserContracts, BackendContracts, OperatorContracts {}

/** The row of an endpoint. */
export type EndpointOf<Id extends EndpointId> = Extract<(typeof ENDPOINTS)[number], { readonly id: Id }>

/** The path of an endpoint. */
export type PathOf<Id extends EndpointId> = EndpointOf<Id>['path']

/** The parameters of an endpoint's path. */
export type ParamsOf<Id extends EndpointId> = ParamsIn<PathOf<Id>>

/** The parameters of an endpoint's query. */
export type QueryOf<Id extends EndpointId> = EndpointContracts[Id] extends { readonly query: infer Query } ? Query : NoFields

/** The fields of an endpoint's body. */
export type BodyOf<Id extends EndpointId> = EndpointContracts[Id] extends { readonly body: infer Body } ? Body : NoFields

/** What an endpoint answers, without the envelope. */
export type ResponseOf<Id extends EndpointId> = EndpointContracts[Id]['response']

/** What an endpoint answers as it travels. */
export type AnswerOf<Id extends EndpointId> = EndpointOf<Id>['response'] extends 'enveloped' ? Envelope<ResponseOf<Id>> : ResponseOf<Id>

/** Verb and path of an endpoint: `GET /v1/client`. What calls few of them names them so, and needs no table at run time. */
export type RouteOf<Id extends EndpointId> = `${EndpointOf<Id>['method']} ${PathOf<Id>}`

type IdByRoute = { readonly [Row in (typeof ENDPOINTS)[number] as `${Row['method']} ${Row['path']}`]: Row['id'] }

/** Verb and path of any endpoint. */
export type Route = keyof IdByRoute

/** The id of the endpoint that a route is of. */
export type IdOf<Of extends Route> = IdByRoute[Of]

type NoFields = { readonly [Name in never]: never }
