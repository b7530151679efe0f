import type { NextRequest } from 'next/server.js'
import { type AppFolder, appFolder } from '../platform/app-folder.ts'
import { uptime } from '../platform/clock.ts'
import { complain } from '../platform/complain.ts'
import { readEnvironment } from '../platform/environment.ts'

/** Files of `app/` that Next.js serves as they are, wherever they lie. */
const STATIC = [
  /(?:^|\/)(?:favicon\.ico|icon\d*\.(?:ico|jpe?g|png|svg)|apple-icon\d*\.(?:jpe?g|png))$/,
  /(?:^|\/)(?:(?:opengraph|twitter)-image\d*\.(?:jpe?g|png|gif)|robots\.txt|sitemap\.xml|manifest\.(?:json|webmanifest))$/,
]
const isStatic = (path: string) => STATIC.some((name) => name.test(path))
/** Files of `app/` that make what every visitor's browser and every search engine asks for, and the path of it. */
const MADE: readonly (readonly [RegExp, string])[] = [
  [/^robots\.[jt]sx?$/, '/robots.txt'],
  [/^sitemap\.[jt]sx?$/, '/sitemap.xml'],
  [/^manifest\.[jt]sx?$/, '/manifest.webmanifest'],
]
const OWN = '/_next/static/'
/** For how long a list is good while files come and go, in milliseconds. */
const freshMs = 1000

interface Known {
  readonly files: ReadonlySet<string>
  readonly at: number
}

const name = Symbol.for('latchkey.nextjs.known-files')
const holder = globalThis as { [name]?: Known }

/**
 * Is there a file of the app at this path, which Next.js serves before it looks for a page? Only what is found in `public/` counts, and
 * icons, `robots.txt` and the like in `app/`; never what a path ends with, since a page may take any. On the Edge runtime nothing is
 * known, and nothing is a file. @param pathname below the app's base path, as it came
 */
export function isKnownFile(pathname: string, folder: AppFolder | null = appFolder()): boolean {
  if (folder === null || pathname.includes('//') || pathname.includes('\\')) return false
  try {
    return knownFiles(folder).has(decodeURIComponent(pathname))
  } catch {
    return false
  }
}

/**
 * Is there a file of Next.js at this path? What it made is known where there is a file system, and no other path is one: a page that
 * takes any path is shown here as well. Where its folder is not the usual one, and on the Edge runtime, everything here is a file.
 */
export function isOwnFile(pathname: string, folder: AppFolder | null = appFolder()): boolean {
  if (!pathname.startsWith(OWN)) return false
  if (folder === null || readEnvironment().development || isKnownFile(pathname, folder)) return true
  if (knownFiles(folder).has(`${OWN}${folder.read('.next/BUILD_ID')?.trim()}/_buildManifest.js`)) return false
  complain('The files that Next.js made are not in .next, so a page that takes any path is open to everybody below /_next/static.')
  return true
}

function knownFiles(folder: AppFolder): ReadonlySet<string> {
  const known = holder[name]
  if (known !== undefined && (!readEnvironment().development || uptime() - known.at < freshMs)) return known.files
  const built = folder.files('.next/static').map((file) => `${OWN}${file}`)
  const files = new Set([...folder.files('public').map((file) => `/${file}`), ...metadataOf(folder), ...built])
  holder[name] = { files, at: uptime() }
  return files
}

/** From the sources where they are, otherwise from what Next.js made of them. */
function metadataOf(folder: AppFolder): readonly string[] {
  const sources = [...folder.files('app'), ...folder.files('src/app')]
  if (sources.length > 0)
    return sources.flatMap((file) =>
      isStatic(file) ? [sourceRoute(file)] : MADE.flatMap(([made, path]) => (made.test(file) ? [path] : [])),
    )
  const manifest = folder.read('.next/server/app-paths-manifest.json')
  const routes = manifest === null ? [] : Object.keys(JSON.parse(manifest) as object).filter((page) => page.endsWith('/route'))
  const built = routes.map((page) => page.slice(0, -'/route'.length))
  return built.flatMap((page) => (isStatic(page.replace(/-\w{6}(?=\.\w+$)/, '')) ? [withoutGroups(page)] : []))
}

/** Where Next.js serves a file of `app/`: groups and slots are no part of the path, but of the name, as a hash. */
function sourceRoute(file: string): string {
  const cut = file.lastIndexOf('/')
  const parent = cut === -1 ? '/' : `/${file.slice(0, cut)}`
  const named = parent.split('/').some((part) => NAMELESS.test(part)) ? file.replace(/(?=\.\w+$)/, `-${hashOf(parent)}`) : file
  return withoutGroups(`/${named}`)
}

const NAMELESS = /^\(.*\)$|^@/

function withoutGroups(path: string): string {
  return path
    .split('/')
    .filter((part) => !NAMELESS.test(part))
    .join('/')
}

/** djb2, six letters in base 36, as Next.js has it. */
function hashOf(text: string): string {
  let hash = 5381
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 33) + text.charCodeAt(at)) | 0
  return (hash >>> 0).toString(36).slice(0, 6)
}

/** Is this the path of an icon, `robots.txt` or the like, which Next.js makes routes for by their name? */
export function isMetadataFile(path: string): boolean {
  return isStatic(path)
}

/** Forgets what is known, for tests. */
export function forgetKnownFiles(): void {
  delete holder[name]
}

/** Is this a request for a file, of Next.js or of the app, which is there for everybody? */
export function isFile({ method, nextUrl }: Pick<NextRequest, 'method' | 'nextUrl'>): boolean {
  const { pathname, locale, defaultLocale } = nextUrl
  if (isOwnFile(pathname)) return true
  if (readEnvironment().development && /^\/(?:_next\/|__nextjs)/.test(pathname) && pathname !== '/_next/image') return true
  if (method !== 'GET' && method !== 'HEAD') return false
  if (pathname === '/_next/image') return isPublicImage(nextUrl.searchParams.getAll('url'))
  // Next.js finds a file below no language but the app's own, and a page below any.
  return (locale === '' || locale === defaultLocale) && isKnownFile(pathname)
}

/**
 * May everybody have an image made smaller? Those of elsewhere the app has allowed in `next.config`. One of the app's own is asked for
 * once more, by nobody in particular, and goes through here again.
 */
function isPublicImage(urls: readonly string[]): boolean {
  return urls.length === 1
}
