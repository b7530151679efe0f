import { openVisit } from '../app/visit.ts'
import { bad, type Finding, good } from './finding.ts'

/** Paths that no app has, spelled as matchers leave them out: whatever is not turned away is open. */
const PRIVATE = [
  '/latchkey-private-page',
  '/latchkey-private/1.png',
  '/latchkey-private/a/x.css',
  '/latchkey-private/1.txt',
  '/api/latchkey-private/1.json',
]

/** What the running app lets a visitor have who is signed out. @param pages addresses of its pages */
export async function runningFindings(app: string, pages: readonly string[] = []): Promise<readonly Finding[]> {
  const visit = openVisit(app)
  const ask = async (path: string) => {
    const answer = await visit.get(path)
    await answer.body?.cancel()
    return [path, answer.status] as const
  }
  const answers: (readonly [path: string, status: number])[] = []
  const shown: (readonly [path: string, status: number])[] = []
  try {
    for (const path of PRIVATE) answers.push(await ask(path))
    for (const path of pages) shown.push(await ask(path))
    const [, forwarded] = await ask('/__latchkey/v1/environment')
    return [protectionFinding(answers), ...openFindings(shown), forwardFinding(forwarded)]
  } catch {
    return [bad('app', `The app at ${app} does not answer.`, 'Start it (npm run dev), or say where it is with --url.')]
  }
}

function protectionFinding(answers: readonly (readonly [path: string, status: number])[]): Finding {
  const broken = answers.find(([, status]) => status >= 500)
  if (broken !== undefined)
    return bad('protection', `The app answers ${broken[1]} to ${broken[0]}.`, 'Look at its terminal, which says why.')
  const open = answers.filter(([, status]) => status !== 401 && (status < 300 || status >= 400)).map(([path]) => path)
  if (open.length === 0)
    return good('protection', 'An address that no page has is kept from visitors who are signed out, whatever it ends with.')
  if (open.length === answers.length)
    return bad(
      'protection',
      'The proxy does not keep anything from visitors who are signed out.',
      'Check that its file stands beside app or pages, and that publicRoutes does not name everything.',
    )
  return bad(
    'protection',
    `The matcher leaves out paths such as ${open.join(', ')}, so that a page with such an address is open to everybody.`,
    "Write matcher: ['/', '/((?!_next/static/).*)'].",
  )
}

/** Only the app's people know which of its pages are meant for everybody. */
function openFindings(shown: readonly (readonly [path: string, status: number])[]): readonly Finding[] {
  if (shown.length === 0) return []
  const open = shown.filter(([, status]) => status >= 200 && status < 300).map(([path]) => path)
  if (open.length === 0) return [good('pages', 'No page of the app was shown to a visitor who is signed out.')]
  return [
    good(
      'pages',
      open.length === 1
        ? `This page is open to everybody: ${open[0]}. Is that meant?`
        : `These pages are open to everybody: ${open.join(', ')}. Is that meant?`,
    ),
  ]
}

function forwardFinding(status: number): Finding {
  if (status === 200) return good('forwarding', 'The app passes /__latchkey on to the server.')
  // The path is passed on: it is the server that refuses, or that is not there.
  if (status === 401 || status === 502)
    return bad(
      'upstream',
      `The app passes /__latchkey on, and answers ${status}: its server refuses the keys, or is not there.`,
      'Start the app again, so that it reads its keys again.',
    )
  return bad('forwarding', `The app does not pass /__latchkey on (it answered ${status}).`, "Put '/__latchkey/:path*' into the matcher.")
}
