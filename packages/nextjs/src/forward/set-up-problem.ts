import type { EndpointId, HOSTED_PAGES, PathOf } from '@latchkey/protocol'
import { problem, type Problem, type ProblemCode } from '../problems/problem.ts'
import type { Settings } from '../settings/read-settings.ts'

/** Refusals that say something about how the app is set up, not about its visitor: their code on the wire, and ours. */
const SET_UP: Readonly<Record<string, ProblemCode>> = {
  proxy_request_invalid_secret_key: 'secret_key_refused',
  origin_invalid: 'origin_invalid',
  host_invalid: 'instance_unknown',
}

/** Paths that are there as long as the instance is. */
const ALWAYS_THERE: ReadonlySet<string> = new Set<PathOf<EndpointId> | (typeof HOSTED_PAGES)[number]['path']>([
  '/v1/client',
  '/v1/environment',
  '/v1/latchkey/session',
  '/sign-in',
  '/sign-up',
  '/user',
])

/** A refusal of the server. */
export interface RefusedAnswer {
  readonly status: number
  readonly text: string
  /** The code of a refusal that is a page for people, as its header names it. */
  readonly named: string | null
  /** What was asked, without a slash in front. */
  readonly path: string
  /** The app's own origin. */
  readonly origin: string
}

/** The problem that a refusal stands for, `null` when it is about the visitor, or no refusal at all. */
export function setUpProblem({ status, text, named, path, origin }: RefusedAnswer, settings: Settings): Problem | null {
  const server = new URL(settings.frontendApi).origin
  if (status < 400 || status >= 500) return null
  const code = named ?? codeOf(text)
  if (ALWAYS_THERE.has(`/${path}`) && code === null) return problem('server_other', server)
  if (status === 404 && ALWAYS_THERE.has(`/${path}`)) return problem('instance_unknown', server)
  const known = code !== null && Object.hasOwn(SET_UP, code) ? SET_UP[code]! : null
  return known === null ? null : problem(known, known === 'origin_invalid' ? origin : server)
}

function codeOf(text: string): string | null {
  try {
    const body = JSON.parse(text) as { readonly errors?: readonly { readonly code?: unknown }[] } | null
    const code = body?.errors?.[0]?.code
    return typeof code === 'string' ? code : null
  } catch {
    return null
  }
}
