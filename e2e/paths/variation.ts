/** How an app is set up, and where that puts its pages. */
export interface Variation {
  readonly title: string
  /** What stands in its `next.config` besides. */
  readonly config: object
  /** Below which path the whole app is. */
  readonly base: string
  /** The addresses that a path of the plain app has here. */
  spell(path: string): readonly string[]
}

/** An app as it is without any configuration. */
export const PLAIN: Variation = { title: 'plain', config: {}, base: '', spell: (path) => [path] }

/** An app below a path of its own, in two languages, whose addresses end in a slash, but for those that end like a file's. */
export const MOVED: Variation = {
  title: 'with basePath, i18n and trailingSlash',
  config: { basePath: '/shop', trailingSlash: true, i18n: { locales: ['en', 'de'], defaultLocale: 'en' } },
  base: '/shop',
  spell: (path) => {
    if (!path.startsWith('/')) return [path.replace('//localhost/', '//localhost/shop/')]
    const [, data, rest] = /^(\/_next\/data\/[^/]+|)(.*)$/.exec(path)!
    return ['', '/de'].map((language) => `/shop${data}${language}${data === '' ? ended(rest!) : rest}`)
  },
}

function ended(path: string): string {
  const [, pathname, query] = /^([^?]*)(.*)$/s.exec(path)!
  return /\.[^/]*$|\/$/.test(pathname!) ? path : `${pathname}/${query}`
}
