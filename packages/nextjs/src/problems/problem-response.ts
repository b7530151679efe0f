import { complain } from '../platform/complain.ts'
import { readEnvironment } from '../platform/environment.ts'
import type { Problem } from './problem.ts'
import { problemPage } from './problem-page.ts'

/**
 * Answers a request that cannot be served as long as a problem lasts, and tells the terminal. In production the answer does not say
 * what is wrong.
 * @param as a page for people, or JSON for programs
 */
export function problemResponse(problem: Problem, as: 'page' | 'json', status = 500): Response {
  complain(`${problem.what} ${problem.remedy}`)
  const { development } = readEnvironment()
  const headers = { 'cache-control': 'no-store', ...(development && { 'latchkey-problem': problem.code }) }
  if (as === 'page') {
    return new Response(problemPage(development ? problem : null), { status, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } })
  }
  const long_message = development ? `${problem.what} ${problem.remedy}` : 'The app is not set up completely. Its log says what to do.'
  return Response.json({ errors: [{ code: problem.code, message: problem.what, long_message, meta: {} }] }, { status, headers })
}
