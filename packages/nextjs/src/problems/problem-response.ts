import { readEnvironment } from '../platform/environment.ts'
import { type Problem, sentencesOf, writeProblem } from './problem.ts'
import { problemPage } from './problem-page.ts'
import { PROBLEM_HEADER } from './problem-header.ts'
import { tell } from './tell.ts'

/**
 * Answers a request that cannot be served as long as a problem lasts, and tells the terminal. In production the answer does not say
 * what is wrong.
 * Whoever takes HTML gets a page, and everybody else JSON.
 */
export function problemResponse(problem: Problem, request: Request, status = 500): Response {
  tell(problem)
  const { development } = readEnvironment()
  const headers = { 'cache-control': 'no-store', ...(development && { [PROBLEM_HEADER]: writeProblem(problem.code, problem.detail) }) }
  if (/\btext\/html\b/.test(request.headers.get('accept') ?? '')) {
    return new Response(
      problemPage(development ? problem : null, { status, again: new URL(request.url).searchParams.get('redirect_url') }),
      { status, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } },
    )
  }
  const message = development ? problem.what : 'Signing in isn’t possible right now.'
  const long_message = development ? sentencesOf(problem) : `${message} Try again in a moment.`
  return Response.json({ errors: [{ code: problem.code, message, long_message, meta: {} }] }, { status, headers })
}
