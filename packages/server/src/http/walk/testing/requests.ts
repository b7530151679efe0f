import { type Endpoint, ENDPOINTS } from '@latchkey/protocol'
import { pages } from '../../pages/index.ts'
import type { Described } from './described.ts'
import { CLIENT_REQUESTS } from './requests/client.ts'
import { ME_REQUESTS } from './requests/me.ts'
import { OPERATOR_REQUESTS } from './requests/operator.ts'
import { PAGE_REQUESTS } from './requests/pages.ts'
import { PUBLIC_REQUESTS } from './requests/public.ts'
import { SESSION_REQUESTS } from './requests/sessions.ts'
import { SIGN_IN_REQUESTS } from './requests/sign-in.ts'
import { SIGN_UP_REQUESTS } from './requests/sign-up.ts'
import { USER_REQUESTS } from './requests/users.ts'

const ofBrowsers = [...CLIENT_REQUESTS, ...SIGN_IN_REQUESTS, ...SIGN_UP_REQUESTS, ...ME_REQUESTS]
const all = [...ofBrowsers, ...PUBLIC_REQUESTS, ...USER_REQUESTS, ...SESSION_REQUESTS, ...OPERATOR_REQUESTS]

/** A request that succeeds, its endpoint, and what a test of it is called. */
export interface Walked {
  readonly title: string
  readonly endpoint: Endpoint
  readonly request: Described
}

/** A request that succeeds for every endpoint of the wire, in the order of the table. */
export const ENDPOINT_REQUESTS: readonly Walked[] = ENDPOINTS.flatMap((endpoint) => walksOf(endpoint, endpoint.id, all))

/** The same for every page. */
export const PAGE_WALKS: readonly Walked[] = pages.flatMap(({ endpoint }) => walksOf(endpoint, nameOf(endpoint), PAGE_REQUESTS))

/** All that somebody can ask for. That none is left out is a test of its own. */
export const REQUESTS: readonly Walked[] = [...ENDPOINT_REQUESTS, ...PAGE_WALKS]

/** Walks for `test.each`, with what each is called. */
export const titled = (walks: readonly Walked[]) => walks.map((walked) => [walked.title, walked] as const)

function walksOf(endpoint: Endpoint, id: string, from: readonly Described[]): readonly Walked[] {
  return from
    .filter((request) => request.id === id)
    .map((request) => ({ title: nameOf(endpoint) + (request.by === undefined ? '' : ` by ${request.by}`), endpoint, request }))
}

function nameOf({ method, path }: Endpoint): string {
  return `${method} ${path}`
}
