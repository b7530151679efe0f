import { BACKEND_ENDPOINTS } from './endpoints/backend.ts'
import { FRONTEND_ENDPOINTS } from './endpoints/frontend.ts'
import { ME_ENDPOINTS } from './endpoints/me.ts'
import { OPERATOR_ENDPOINTS } from './endpoints/operator.ts'
import { PUBLIC_ENDPOINTS } from './endpoints/public.ts'

export { BODY_BYTES, BUCKETS, type BucketName, type Endpoint } from './endpoints/endpoint.ts'
export { HOSTED_PAGES, type HostedPage } from './endpoints/public.ts'

/**
 * Every endpoint of the wire. Mounted in this order, no path with a parameter hides a fixed one. A browser sends verbs other than GET and
 * POST as `POST ?_method=`, which the server undoes for all of them.
 */
export const ENDPOINTS = [...FRONTEND_ENDPOINTS, ...ME_ENDPOINTS, ...PUBLIC_ENDPOINTS, ...BACKEND_ENDPOINTS, ...OPERATOR_ENDPOINTS] as const

/** The id of an endpoint. A record over it fails to compile when a handler is missing. */
export type EndpointId = (typeof ENDPOINTS)[number]['id']
