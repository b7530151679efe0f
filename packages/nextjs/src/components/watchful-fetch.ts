import { pageFetch } from '../platform/fetch.ts'
import { isProblemCode, type ProblemCode } from '../problems/problem.ts'

/**
 * A `fetch` for development that looks at what answers: our own middleware says so in a header, and says what is wrong in another.
 * @param found is told what is wrong with the app
 */
export function watchfulFetch(found: (code: ProblemCode) => void): typeof pageFetch {
  return async (input, init) => {
    const response = await pageFetch(input, init)
    const code = response.headers.get('latchkey-problem')
    if (isProblemCode(code)) found(code)
    else if (!response.headers.has('latchkey-proxy')) found('proxy_missing')
    return response
  }
}
