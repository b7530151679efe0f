import { complain } from '../platform/complain.ts'
import { readEnvironment } from '../platform/environment.ts'
import type { Problem } from './problem.ts'
import { problemPage } from './problem-page.ts'

/**
 * Answers a request that cannot be served as long as a problem lasts, and tells the terminal. In production the answer does not say
 * what is wrong.
 * Whoever takes HTML gets a page, and everybody else JSON.
 */
export function problemResponse(problem: Problem, request: Request, status = 500): Response {
  complain(`${problem.what} ${problem.remedy}`)
  const { development } = readEnvironment()
  const headers = { 'cache-control': 'no-store', ...(development && { 'latchkey-problem': problem.code }) }
  if (/\btext\/html\b/.test(request.headers.get('accept') ?? '')) {
    return new Response(problemPage(development ? problem : null), { status, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } })
  }
  const message = development ? problem.what : 'Signing in isn’t possible right now.'
  const long_message = development ? `${problem.what} ${problem.remedy}` : `${message} Try again in a moment.`
  return Response.json({ errors: [{ code: problem.code, message, long_message, meta: {} }] }, { status, headers })
}
