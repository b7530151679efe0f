/** Pages and handlers of an app, by what lies in its folders: `/orders/[id]`. */
export function appRoutes(app: readonly string[], pages: readonly string[]): readonly string[] {
  return [...new Set([...app.flatMap(ofApp), ...pages.flatMap(ofPages)])].toSorted()
}

const SOURCE = /\.(?:[jt]sx?|mdx?)$/

function ofApp(file: string): readonly string[] {
  const parts = file.split('/')
  const name = parts.pop()!
  if (!SOURCE.test(name) || !/^(?:page|route)\./.test(name)) return []
  // Parts with an underscore are private to the app, and routes that take the place of others have a path of their own besides.
  if (parts.some((part) => part.startsWith('_') || /^\(\.+\)/.test(part))) return []
  return [
    `/${parts
      .filter((part) => !/^\(.*\)$|^@/.test(part))
      .map((part) => part.replace(/^%5f/i, '_'))
      .join('/')}`,
  ]
}

function ofPages(file: string): readonly string[] {
  if (!SOURCE.test(file) || /^(?:_app|_document|_error|404|500)\./.test(file)) return []
  const path = file.replace(SOURCE, '').replace(/(?:^|\/)index$/, '')
  return [`/${path}`]
}

/** Which paths a route takes. */
export function routeExpression(route: string): RegExp {
  const parts = route.split('/').slice(1)
  const written = parts.map((part) => {
    if (part.startsWith('[[...')) return '(?:/.+)?'
    if (part.startsWith('[...')) return '/.+'
    return part.startsWith('[') ? '/[^/]+' : `/${part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')}`
  })
  return new RegExp(`^${written.join('')}$`)
}
