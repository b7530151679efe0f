import { complain } from '../platform/complain.ts'
import { readEnvironment } from '../platform/environment.ts'
import { PROBLEM_HEADER } from './problem-header.ts'
import { type Problem, sentencesOf, writeProblem } from './problem.ts'

/** Tells the terminal, and in development the page that gets these headers. */
export function tell(problem: Problem, headers?: Headers): void {
  complain(sentencesOf(problem))
  if (readEnvironment().development) headers?.set(PROBLEM_HEADER, writeProblem(problem.code, problem.detail))
}

/** For where there is no answer yet: what is thrown is shown by Next.js, in development on the page. */
export function problemError(problem: Problem): Error {
  return new Error(`Latchkey: ${sentencesOf(problem)}`)
}
