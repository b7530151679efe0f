// By hand: the linter's no-restricted-imports sees the text of an import and not where it leads, knows what is forbidden but not what is
// allowed, so that a new layer would be free of rules, and does not see `import('…').Type`.

/** Which package of ours may import which. */
export const PACKAGE_ARROWS: Readonly<Record<string, readonly string[]>> = {
  protocol: [],
  words: ['protocol'],
  server: ['protocol', 'words'],
  cli: ['server', 'protocol'],
  backend: ['protocol'],
  js: ['protocol'],
  react: ['js'],
  themes: [],
  ui: ['react', 'js', 'themes', 'words'],
  nextjs: ['ui', 'react', 'js', 'backend', 'themes', 'words', 'protocol'],
}

const BELOW_ACTIONS = ['protocol', 'domain', 'platform', 'flows', 'strategies', 'storage', 'delivery', 'tokens', 'wire']

/** Which layer of the server (folder or file right below `packages/server/src`) may import which, `protocol` and `words` being packages. */
export const LAYER_ARROWS: Readonly<Record<string, readonly string[]>> = {
  platform: [],
  domain: ['protocol'],
  flows: ['protocol', 'domain'],
  strategies: ['protocol', 'domain'],
  storage: ['protocol', 'domain'],
  delivery: ['protocol', 'domain', 'words'],
  tokens: ['protocol', 'domain', 'platform'],
  wire: ['protocol', 'domain'],
  actions: BELOW_ACTIONS,
  http: ['protocol', 'domain', 'wire', 'actions', 'words'],
  // The roots, where ports meet the layers: a server, and the command line's door to the same database.
  'admin.ts': [...BELOW_ACTIONS, 'actions'],
  'server.ts': [...BELOW_ACTIONS, 'actions', 'http', 'admin.ts', 'words'],
  'operator.ts': [...BELOW_ACTIONS, 'actions', 'http', 'admin.ts'],
  'index.ts': [...BELOW_ACTIONS, 'actions', 'http', 'admin.ts', 'server.ts'],
}

/** Folders that only some may look into: reads across instances are the use cases' alone, never a query's within one instance. */
export const PRIVATE_FOLDERS: Readonly<Record<string, readonly string[]>> = {
  'storage/system': ['actions', 'server.ts', 'admin.ts', 'storage/index.ts'],
}

/** What each place may take from npm. A place that is not named takes nothing. */
export const NPM_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  platform: ['pino'],
  storage: ['kysely', 'pg'],
  delivery: ['nodemailer'],
  http: ['hono', 'zod', '@hono/node-server'],
  cli: ['@babel/parser', '@commander-js/extra-typings', 'diff', 'zod'],
  react: ['react'],
  ui: ['react', 'react-dom'],
  // What `#` begins is a subpath import of its package.json: Next.js, and our own styles where something bundles them.
  nextjs: ['react', 'react-dom', 'next', 'server-only', '#navigation', '#styles'],
}

/** Modules of Node that belong to certain places only. */
export const NODE_MODULES: Readonly<Record<string, readonly string[]>> = {
  'node:crypto': ['platform', 'tokens', 'backend'],
  'node:sqlite': ['storage'],
}

/** Places that do no I/O and know no clock, and so take nothing from Node at all. */
export const PURE: readonly string[] = ['protocol', 'words', 'domain', 'flows', 'strategies', 'wire']

/** Where the machine may be touched directly: time, chance, environment. */
export const MACHINE: readonly string[] = ['platform']
