import { pageFetch } from '../platform/fetch.ts'
import { problem, type Problem, readProblem } from '../problems/problem.ts'
import { PROBLEM_HEADER } from '../problems/problem-header.ts'

/**
 * A `fetch` for development that looks at what answers: our own middleware says so in a header, and says what is wrong in another.
 * @param found is told what is wrong with the app
 */
export function watchfulFetch(found: (problem: Problem) => void): typeof pageFetch {
  return async (input, init) => {
    const response = await pageFetch(input, init)
    const told = readProblem(response.headers.get(PROBLEM_HEADER))
    if (told !== null) found(told)
    else if (!response.headers.has('latchkey-proxy')) found(problem('proxy_missing'))
    return response
  }
}
