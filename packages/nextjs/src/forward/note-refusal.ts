import { complain } from '../platform/complain.ts'
import { readEnvironment } from '../platform/environment.ts'
import { problem, type Problem, type ProblemCode } from '../problems/problem.ts'
import type { Settings } from '../settings/read-settings.ts'

/** Refusals that say something about how the app is set up, not about its visitor: their code on the wire, and ours. */
const SET_UP: Readonly<Record<string, ProblemCode>> = {
  proxy_request_invalid_secret_key: 'secret_key_refused',
  origin_invalid: 'origin_invalid',
  host_invalid: 'instance_unknown',
}

/** Paths that are there as long as the instance is. */
const ALWAYS_THERE = new Set(['v1/client', 'v1/environment', 'v1/latchkey/session'])

/**
 * Looks whether a refusal of the server is the developer's business, and tells the terminal then. The answer's body stays readable.
 * @returns the problem's name for the page, in development only
 */
export async function noteRefusal(answer: Response, path: string, origin: string, settings: Settings): Promise<ProblemCode | null> {
  const found = await setUpProblem(answer.clone(), path, origin, settings)
  if (found === null) return null
  complain(`${found.what} ${found.remedy}`)
  return readEnvironment().development ? found.code : null
}

/** The problem that a refusal stands for, `null` when it is about the visitor. @param answer is read to its end */
export async function setUpProblem(answer: Response, path: string, origin: string, settings: Settings): Promise<Problem | null> {
  const server = new URL(settings.frontendApi).origin
  if (answer.status < 400 || answer.status >= 500) return null
  if (answer.status === 404 && ALWAYS_THERE.has(path)) return problem('instance_unknown', server)
  const body = (await answer.json().catch(() => null)) as { readonly errors?: readonly { readonly code?: unknown }[] } | null
  const code = body?.errors?.[0]?.code
  const known = typeof code === 'string' && Object.hasOwn(SET_UP, code) ? SET_UP[code]! : null
  if (known === null) return null
  return problem(known, known === 'origin_invalid' ? origin : server)
}
