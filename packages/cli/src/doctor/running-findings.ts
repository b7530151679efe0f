import { openVisit } from '../app/visit.ts'
import { bad, type Finding, good } from './finding.ts'

/** Paths that no app has, spelled as matchers leave them out: whatever is not turned away is open. */
const PRIVATE = ['/latchkey-private-page', '/latchkey-private/1.png', '/latchkey-private/a/x.css', '/latchkey-private/1.txt', '/api/latchkey-private/1.json']

/** What the running app lets a visitor have who is signed out. */
export async function runningFindings(app: string): Promise<readonly Finding[]> {
  const visit = openVisit(app)
  const answers: (readonly [path: string, status: number])[] = []
  try {
    for (const path of PRIVATE) {
      const answer = await visit.get(path)
      await answer.body?.cancel()
      answers.push([path, answer.status])
    }
    const forwarded = await visit.get('/__latchkey/v1/environment')
    await forwarded.body?.cancel()
    return [protectionFinding(answers), forwardFinding(forwarded.status)]
  } catch {
    return [bad('app', `The app at ${app} does not answer.`, 'Start it (npm run dev), or say where it is with --url.')]
  }
}

function protectionFinding(answers: readonly (readonly [path: string, status: number])[]): Finding {
  const broken = answers.find(([, status]) => status >= 500)
  if (broken !== undefined) return bad('protection', `The app answers ${broken[1]} to ${broken[0]}.`, "Look at its terminal, which says why.")
  const open = answers.filter(([, status]) => status !== 401 && (status < 300 || status >= 400)).map(([path]) => path)
  if (open.length === 0) return good('protection', 'Private pages are kept from visitors who are signed out, whatever their path ends with.')
  if (open.length === answers.length) return bad('protection', 'The proxy does not keep anything from visitors who are signed out.', 'Check that its file stands beside app or pages, and that publicRoutes does not name everything.')
  return bad('protection', `The matcher leaves out paths such as ${open.join(', ')}, so that a page with such an address is open to everybody.`, "Write matcher: ['/', '/((?!_next/static/).*)'].")
}

function forwardFinding(status: number): Finding {
  return status === 200 ? good('forwarding', 'The app passes /__latchkey on to the server.') : bad('forwarding', `The app does not pass /__latchkey on (it answered ${status}).`, "Put '/__latchkey/:path*' into the matcher.")
}
