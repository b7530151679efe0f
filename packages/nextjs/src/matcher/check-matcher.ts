import { createRouteMatcher } from '../middleware/route-matcher.ts'
import { type AppFolder, appFolder } from '../platform/app-folder.ts'
import { uptime } from '../platform/clock.ts'
import { complain } from '../platform/complain.ts'
import { readEnvironment } from '../platform/environment.ts'
import { appRoutes } from './app-routes.ts'
import { SAFE_MATCHER } from '../problems/proxy-file.ts'
import { findLeaks, type Leaks } from './find-leaks.ts'
import { matcherExpression } from './matcher-expression.ts'
import { readProxyFile } from './read-proxy-file.ts'

/** For an app with a page that takes any path: Next.js shows it below its own folder as well, where there is no such file. */
const WHOLE_MATCHER = "matcher: ['/', '/(.*)']"

const FILES = ['proxy', 'middleware'].flatMap((name) =>
  ['', 'src/'].flatMap((folder) => ['ts', 'js', 'mts', 'mjs', 'tsx', 'jsx'].map((end) => `${folder}${name}.${end}`)),
)
/** For how long it is right while an app is worked on, in milliseconds. */
const freshMs = 2000

interface Verdict {
  /** `null` when nothing is wrong. */
  readonly sentence: string | null
  readonly at: number
}

const name = Symbol.for('latchkey.nextjs.matcher-checked')
const holder = globalThis as { [name]?: Verdict }

/**
 * Looks at the matcher that is really in the app. Where it leaves out paths of pages that are not public, nobody is asked for anything
 * there. Where that are single paths of a page, the app is not built, and not served in development, and says why. A page that is left
 * out as a whole may be meant: the terminal names it, and so it does in development where there is no such file at all. Apart from a
 * look at the sources nothing happens, so static pages stay static. @throws Error that names a path that is open, and the matcher to write
 */
export function checkMatcher(folder: AppFolder | null = appFolder()): void {
  if (folder === null) return
  const known = holder[name]
  const verdict =
    known !== undefined && (!readEnvironment().development || uptime() - known.at < freshMs)
      ? known
      : { sentence: judge(folder), at: uptime() }
  holder[name] = verdict
  if (verdict.sentence === null) return
  complain(verdict.sentence)
  throw new Error(`Latchkey: ${verdict.sentence}`)
}

/** Forgets what was found, for tests. */
export function forgetMatcher(): void {
  delete holder[name]
}

function judge(folder: AppFolder): string | null {
  const file = FILES.find((one) => folder.read(one)?.includes('authMiddleware') === true)
  if (file === undefined) {
    const inApp = ['app', 'src/app', 'pages', 'src/pages'].some((kind) => folder.files(kind).length > 0)
    if (readEnvironment().development && inApp && FILES.every((one) => folder.read(one) === null)) {
      complain(
        'There is no proxy.ts (middleware.ts before Next.js 16), so nothing is protected and nobody can sign in. "npx latchkey init" with the path of this app, in the folder of the Latchkey server, writes it.',
      )
    }
    return null
  }
  const { matcher, publicRoutes } = readProxyFile(folder.read(file)!)
  if (matcher === null) return null
  const expressions = matcher.map((source) => matcherExpression(source))
  if (expressions.includes(null)) {
    complain(`The matcher in ${file} cannot be checked. Write ${SAFE_MATCHER}, which leaves out no page.`)
    return null
  }
  const both = (kind: string) => [...folder.files(kind), ...folder.files(`src/${kind}`)]
  const isPublic = publicMatcher(publicRoutes)
  const leaks = findLeaks(appRoutes(both('app'), both('pages')), (path) => expressions.some((one) => one!.test(path)), isPublic)
  return sentence(file, leaks)
}

function publicMatcher(routes: readonly (string | RegExp)[]): (path: string) => boolean {
  const { signInUrl, signUpUrl } = readEnvironment()
  const own = [signInUrl, signUpUrl]
    .filter((url): url is string => url?.startsWith('/') === true && url !== '/')
    .map((url) => url.replace(/[?#].*$/, ''))
  try {
    const matches = createRouteMatcher(routes)
    return (path) => own.some((page) => path === page || path.startsWith(`${page}/`)) || matches(path, undefined as never)
  } catch {
    return () => false
  }
}

function sentence(file: string, { past, outside, below }: Leaks): string | null {
  if (outside.length > 0)
    complain(
      `The matcher in ${file} leaves out ${listed(outside)}: nothing there is protected except by auth.protect(). If that is not meant, write ${SAFE_MATCHER}.`,
    )
  if (past.length === 0 && below.length === 0) return null
  if (past.length === 0) {
    const open = `${listed(below)} answers below /_next/static as well, which the matcher in ${file} leaves out`
    // On the Edge runtime the middleware could not tell files from pages there.
    if (/proxy\.\w+$/.test(file)) return `${open}: anybody could read it there. Write ${WHOLE_MATCHER}; files stay open by themselves.`
    complain(`${open}. Call auth.protect() in it.`)
    return null
  }
  const [[route, path]] = past as [readonly [string, string]]
  const others = past.length === 1 ? '' : ` (and ${listed(past.slice(1).map(([one]) => one))} likewise)`
  return `The matcher in ${file} leaves out paths of private pages: anybody could read ${path}, which is ${route}${others}. Write ${below.length > 0 ? WHOLE_MATCHER : SAFE_MATCHER}; files of public/ stay open by themselves.`
}

function listed(routes: readonly string[]): string {
  return routes.length > 5 ? `${routes.slice(0, 5).join(', ')} and ${routes.length - 5} more` : routes.join(', ')
}
