import { routeExpression } from './app-routes.ts'
import { isMetadataFile } from '../middleware/known-files.ts'
import type { Rewrite } from './moved.ts'

/** What a matcher leaves out of an app. */
export interface Leaks {
  /** Private routes that are seen as a rule, and not when a path ends like a file, with such a path. */
  readonly past: readonly (readonly [route: string, path: string])[]
  /** Private routes that are never seen. */
  readonly outside: readonly string[]
  /** Private routes that take a path below the folder of Next's own files, where there is no such file, and are not seen there. */
  readonly below: readonly string[]
}

const BELOW = ['/_next/static/x.png', '/_next/static/x/x.png']

/** Ends of paths that people write matchers for, and some that nobody thinks of. */
const ENDS = [
  'png',
  'css',
  'js',
  'mjs',
  'map',
  'json',
  'html',
  'htm',
  'txt',
  'xml',
  'ico',
  'svg',
  'jpg',
  'jpeg',
  'gif',
  'webp',
  'avif',
  'ttf',
  'woff',
  'woff2',
  'pdf',
  'zip',
  'csv',
  'doc',
  'docx',
  'xls',
  'xlsx',
  'webmanifest',
  'a1',
  'x_y',
]
const VALUES = ['x', ...ENDS.map((end) => `x.${end}`), '_next', '_nextx', '_x', '.x', 'x.png.x', 'favicon.ico']

/**
 * Looks for paths of private routes that a matcher leaves out. A route with a part that varies takes any value for it, so it is not
 * enough that the matcher takes the usual ones.
 */
export function findLeaks(
  routes: readonly string[],
  rewrites: readonly Rewrite[],
  matches: (path: string) => boolean,
  isPublic: (path: string) => boolean,
): Leaks {
  const past: (readonly [string, string])[] = []
  const outside: string[] = []
  const ways = [
    ...routes.map((route) => [route, pathsOf(route)] as const),
    ...rewrites.map(({ source, takes }) => [source, pathsOfSource(source).filter(takes)] as const),
  ]
  for (const [route, all] of ways) {
    const paths = all.filter((path) => !isPublic(path) && !isMetadataFile(path))
    const missed = paths.filter((path) => !matches(path))
    if (missed.length === 0) continue
    if (missed.length === paths.length && !/\.[^/]*$/.test(missed[0]!)) outside.push(route)
    else past.push([route, missed[0]!])
  }
  const open = BELOW.filter((path) => !matches(path) && !isPublic(path))
  const below = [
    ...routes.filter((route) => open.some((path) => routeExpression(route).test(path))),
    // Where a rewrite leads to another server, the files below that path are of that one.
    ...rewrites.filter(({ within, takes }) => within && open.some(takes)).map(({ source }) => source),
  ]
  return { past, outside, below }
}

/** Paths that a route takes, the most usual one first. */
function pathsOf(route: string): readonly string[] {
  if (!route.includes('[')) return [route]
  const parts = route.split('/').slice(1)
  const varying = parts.flatMap((part, at) => (part.startsWith('[') ? [at] : []))
  // One part at a time varies.
  const filled = varying.flatMap((which) =>
    VALUES.map((value) => `/${parts.map((part, at) => (at === which ? value : part.startsWith('[') ? 'x' : part)).join('/')}`),
  )
  const deep = parts.at(-1)!.startsWith('[...') || parts.at(-1)!.startsWith('[[...') ? filled.map((path) => `${path}/x.png`) : []
  const last = parts.at(-1)!
  return [...filled, ...deep, ...(last.startsWith('[[...') && varying.length === 1 ? [`/${parts.slice(0, -1).join('/')}`] : [])]
}

/** A part of a rewrite's source that varies: `:path*`, `:id(\\d+)`, `(.*)`. */
const VARYING = /:\w+(?:\((?:[^()]|\([^()]*\))*\))?[*+?]?|\((?:[^()]|\([^()]*\))*\)[*+?]?/g

/** Paths that a rewrite may take, the most usual one first; which of them it takes, its expression says. */
function pathsOfSource(source: string): readonly string[] {
  const parts = source.split(VARYING)
  const count = parts.length - 1
  const filled = (which: number, value: string) =>
    parts.reduce((path, part, at) => `${path}${at === 0 ? '' : at - 1 === which ? value : 'x'}${part}`, '')
  if (count === 0) return [source]
  return Array.from({ length: count }, (_, which) => [...VALUES, 'x/x.png', '1'].map((value) => filled(which, value))).flat()
}
