import type { AppFolder } from '../platform/app-folder.ts'
import { appRoutes, routeExpression } from './app-routes.ts'

/** The routes of an app, and which of them are handlers of the App Router, with one function for each verb. */
interface Routes {
  readonly all: readonly string[]
  readonly handlers: ReadonlySet<string>
}

/**
 * Says whether a path is answered by a handler of the App Router, which does for each verb what its function of that name says. A
 * page, and a handler of the Pages Router, may say the same whatever the verb is. @param path decoded, without a slash at the end
 */
export function isHandler(path: string, folder: AppFolder): boolean {
  const { all, handlers } = routesOf(folder)
  const taken = all.filter((route) => routeExpression(route).test(path)).toSorted((one, other) => rankOf(one).localeCompare(rankOf(other)))
  return taken.length > 0 && handlers.has(taken[0]!)
}

function routesOf(folder: AppFolder): Routes {
  const both = (kind: string): readonly string[] => [...folder.files(kind), ...folder.files(`src/${kind}`)]
  const [app, pages] = [both('app'), both('pages')]
  if (app.length > 0)
    return {
      all: appRoutes(app, pages),
      handlers: new Set(
        appRoutes(
          app.filter((file) => /(?:^|\/)route\.\w+$/.test(file)),
          [],
        ),
      ),
    }
  const built = namesIn(folder, '.next/server/app-paths-manifest.json').map((name) => `${name.slice(1)}.js`)
  const old = namesIn(folder, '.next/server/pages-manifest.json').map((name) => `${name.slice(1)}.js`)
  return {
    all: appRoutes(built, old),
    handlers: new Set(
      appRoutes(
        built.filter((file) => file.endsWith('/route.js')),
        [],
      ),
    ),
  }
}

function namesIn(folder: AppFolder, file: string): readonly string[] {
  return Object.keys(JSON.parse(folder.read(file) ?? '{}') as object)
}

/** What is fixed goes before what varies, part by part. */
function rankOf(route: string): string {
  return route
    .split('/')
    .slice(1)
    .map((part) => (part.startsWith('[[...') ? '3' : part.startsWith('[...') ? '2' : part.startsWith('[') ? '1' : '0'))
    .join('')
}
