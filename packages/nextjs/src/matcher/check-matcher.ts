import { createRouteMatcher } from '../middleware/route-matcher.ts'
import { type AppFolder, appFolder } from '../platform/app-folder.ts'
import { uptime } from '../platform/clock.ts'
import { complain } from '../platform/complain.ts'
import { readEnvironment } from '../platform/environment.ts'
import { appRoutes } from './app-routes.ts'
import { problem, type Problem } from '../problems/problem.ts'
import { SAFE_MATCHER } from '../problems/proxy-file.ts'
import { tell } from '../problems/tell.ts'
import { findLeaks, type Leaks } from './find-leaks.ts'
import { matcherExpression } from './matcher-expression.ts'
import { type Moved, readMoved } from './moved.ts'
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
  /** Something that may be meant. */
  readonly doubt: Problem | null
  readonly at: number
}

const name = Symbol.for('latchkey.nextjs.matcher-checked')
const holder = globalThis as { [name]?: Verdict }

/**
 * Looks at the matcher that is really in the app. Where it leaves out paths of pages that are not public, nobody is asked for anything
 * there. Where that are single paths of a page, the app is not built, and not served in development, and says why. A page that is left
 * out as a whole may be meant: the terminal names it, and in development so does the page, by what is returned. Apart from a look at the
 * sources nothing happens, so static pages stay static. @throws Error that names a path that is open, and the matcher to write
 */
export function checkMatcher(folder: AppFolder | null = appFolder()): Problem | null {
  if (folder === null) return null
  const known = holder[name]
  const verdict =
    known !== undefined && (!readEnvironment().development || uptime() - known.at < freshMs) ? known : { ...judge(folder), at: uptime() }
  holder[name] = verdict
  if (verdict.doubt !== null) tell(verdict.doubt)
  if (verdict.sentence === null) return verdict.doubt
  complain(verdict.sentence)
  throw new Error(`Latchkey: ${verdict.sentence}`)
}

/** Forgets what was found, for tests. */
export function forgetMatcher(): void {
  delete holder[name]
}

const FINE = { sentence: null, doubt: null }

function judge(folder: AppFolder): Omit<Verdict, 'at'> {
  const file = FILES.find((one) => folder.read(one)?.includes('authMiddleware') === true)
  if (file === undefined) {
    const inApp = ['app', 'src/app', 'pages', 'src/pages'].some((kind) => folder.files(kind).length > 0)
    if (readEnvironment().development && inApp && FILES.every((one) => folder.read(one) === null)) {
      complain(
        'There is no proxy.ts (middleware.ts before Next.js 16), so nothing is protected and nobody can sign in. "npx ' +
          'latchkey init" with the path of this app, in the folder of the Latchkey server, writes it.',
      )
    }
    return FINE
  }
  const { matcher, publicRoutes } = readProxyFile(folder.read(file)!)
  if (matcher === null) return FINE
  const expressions = matcher.map((source) => matcherExpression(source))
  if (expressions.includes(null)) {
    complain(`The matcher in ${file} cannot be checked. Write ${SAFE_MATCHER}, which leaves out no page.`)
    return FINE
  }
  const both = (kind: string) => [...folder.files(kind), ...folder.files(`src/${kind}`)]
  const isPublic = publicMatcher(publicRoutes)
  const moved = readMoved(folder)
  if (moved.hasLanguages && /\blocale\s*:\s*false\b/.test(folder.read(file)!))
    complain(
      `The matcher in ${file} has an entry with locale: false, which cannot be checked. Write ${SAFE_MATCHER}, which leaves out no page.`,
    )
  const sees = (path: string) => matcher.some((source, at) => expressions[at]!.test(path) || (source === '/' && path === ''))
  const leaks = findLeaks(appRoutes(both('app'), both('pages')), moved.rewrites, (path) => sees(addressOf(path, moved)), isPublic)
  const found = withFirstPage(leaks, moved, sees('/'))
  const doubt = found.outside.length === 0 ? null : problem('pages_outside', `${file} ${listed(found.outside)}`)
  return { sentence: sentence(file, found), doubt }
}

/**
 * What the matcher is compared with: a path without base path and language, which Next.js puts in front of each pattern. Of the first
 * page nothing is left then, not even a slash.
 */
function addressOf(path: string, { basePath, hasLanguages, endsInSlash }: Moved): string {
  return path === '/' && (basePath !== '' || hasLanguages) && !endsInSlash ? '' : path
}

/** A matcher that would see the first page of an app that is not moved was not meant to leave it out. */
function withFirstPage({ past, outside, below }: Leaks, { basePath, hasLanguages }: Moved, meant: boolean): Leaks {
  if (!meant || !outside.includes('/')) return { past, outside, below }
  const address = basePath + (hasLanguages ? '/<language>' : '')
  return { past: [['/', address], ...past], outside: outside.filter((route) => route !== '/'), below }
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

function sentence(file: string, { past, below }: Leaks): string | null {
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
  return (
    `The matcher in ${file} leaves out paths of private pages: anybody could read ${path}, which is ${route}${others}. Write ` +
    `${below.length > 0 ? WHOLE_MATCHER : SAFE_MATCHER}; files of public/ stay open by themselves.`
  )
}

function listed(routes: readonly string[]): string {
  return routes.length > 5 ? `${routes.slice(0, 5).join(', ')} and ${routes.length - 5} more` : routes.join(', ')
}
