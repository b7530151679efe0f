import type { NextRequest } from 'next/server.js'

/** Which pages are meant: paths such as `/`, `/blog(.*)`, `/users/:id`, regular expressions, several of them, or a function that says. */
export type Routes = string | RegExp | readonly (string | RegExp)[] | ((request: NextRequest) => boolean)

/** Says whether a request is to one of the routes. @param path decoded, without a slash at the end */
export type RouteMatcher = (path: string, request: NextRequest) => boolean

/** Makes a matcher. @throws TypeError when a path cannot be understood */
export function createRouteMatcher(routes: Routes): RouteMatcher {
  if (typeof routes === 'function') return (_path, request) => routes(request)
  const all = (Array.isArray(routes) ? routes : [routes]) as readonly (string | RegExp)[]
  // A copy without `g` and `y`, which would make the same path match every second time.
  const expressions = all.map((one) =>
    typeof one === 'string' ? expressionOf(one) : new RegExp(one.source, one.flags.replace(/[gy]/g, '')),
  )
  return (path) => expressions.some((expression) => expression.test(path))
}

/** A named segment, a group in parentheses, or anything else, letter by letter. */
const PART = /\/:(\w+)([*+?])?|(\((?:[^()\\]|\\.)*\))|([^()])/gy

function expressionOf(written: string): RegExp {
  const route = written.replace(/(?<=.)\/$/, '')
  const bad = (): TypeError =>
    new TypeError(`The route "${written}" cannot be understood: begin with a slash and write a part that varies as (.*) or :name.`)
  if (!route.startsWith('/')) throw bad()
  let source = ''
  let read = 0
  for (const [whole, name, often = '', group, letter] of route.matchAll(PART)) {
    read += whole.length
    if (name !== undefined) source += { '': '/[^/]+', '?': '(?:/[^/]+)?', '+': '(?:/[^/]+)+', '*': '(?:/[^/]+)*' }[often]!
    else source += group === undefined ? letter!.replace(/[\\^$.*+?[\]{}|]/g, '\\$&') : `(?:${group.slice(1, -1)})`
  }
  if (read !== route.length) throw bad()
  try {
    return new RegExp(`^${source}$`)
  } catch {
    throw bad()
  }
}
