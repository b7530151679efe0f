import { away } from '@latchkey/words/en/away'
import { readEnvironment } from '../platform/environment.ts'
import { PROBLEM_HEADER } from './problem-header.ts'
import { type Problem, type ProblemCode, sentencesOf, writeProblem } from './problem.ts'
import { tell } from './tell.ts'

/** What the page is an answer to. */
export interface ProblemPageOptions {
  /** 502 and above pass by themselves. */
  readonly status: number
  /** A path of the app to try again; left out, the page itself. */
  readonly again?: string | null
}

/** The others are about keys, files and clocks: the server was reached. */
const UNREACHABLE: ReadonlySet<ProblemCode> = new Set(['server_unreachable', 'server_other'])

/** A page that says what is wrong with the app; `null` says only that something is. */
export function problemPage(problem: Problem | null, { status, again = null }: ProblemPageOptions): string {
  const passes = status >= 502
  const { title, text, remedy } = problem === null ? away[passes ? 'passing' : 'lasting'] : forDeveloper(problem)
  const to = again !== null && /^\/(?![/\\])/.test(again) ? again : ''
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>
  :root { color-scheme: light dark }
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 20vh auto 0; padding: 0 1.5rem }
  h1 { font-size: 1.25rem }
  pre { overflow: auto; padding: 1rem; border-radius: 0.5rem; font-size: 0.8125rem }
  pre { background: color-mix(in srgb, currentcolor 8%, transparent) }
</style>
<h1>${escaped(title)}</h1>
<p>${escaped(text)}</p>
<p>${escaped(remedy)}</p>
${problem?.file === undefined ? '' : `<pre>${escaped(problem.file)}</pre>`}
${passes ? `<p><a href="${escaped(to)}">${escaped(away.tryAgain)}</a></p>` : ''}
</html>
`
}

function forDeveloper({ code, what, remedy }: Problem): { readonly title: string; readonly text: string; readonly remedy: string } {
  return { title: UNREACHABLE.has(code) ? 'Latchkey can’t be reached' : 'Latchkey is not set up', text: what, remedy }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

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
  const message = development ? problem.what : away.refusal.title
  const long_message = development ? sentencesOf(problem) : away.refusal.text
  return Response.json({ errors: [{ code: problem.code, message, long_message, meta: {} }] }, { status, headers })
}
