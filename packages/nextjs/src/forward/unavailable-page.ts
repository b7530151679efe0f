import { problem } from '../problems/problem.ts'
import { problemResponse } from '../problems/problem-page.ts'
import { PREFIX } from '../settings/prefix.ts'
import type { Settings } from '../settings/read-settings.ts'

/** Where browsers are sent from a page that needs the server while it is away. */
export const UNAVAILABLE = `${PREFIX}/unavailable`

/** The page there, with the way back. */
export function unavailablePage(request: Request, { frontendApi }: Settings): Response {
  return problemResponse(problem('server_unreachable', new URL(frontendApi).origin), request, 503)
}
