/** Something about how an app is set up that keeps it from working. */
export interface Problem {
  readonly code: ProblemCode
  /** What is wrong, in one sentence. */
  readonly what: string
  /** What to do about it, in one sentence. */
  readonly remedy: string
}

/** The names of the problems. */
export type ProblemCode = keyof typeof PROBLEMS

/** The packages in an app bring no command; it is where the server is. */
const WHERE = 'in the folder of the Latchkey server'
const PRINT = `"npx latchkey env" ${WHERE} prints it`

/** The command that starts a server where the app's keys say it is. */
function startAt(server: string): string {
  const [, port = '4000'] = /^http:\/\/(?:[\w-]+\.)*localhost:(\d+)$/.exec(server) ?? []
  return port === '4000' ? 'npx latchkey dev' : `LATCHKEY_PORT=${port} npx latchkey dev`
}

const PROBLEMS = {
  publishable_key_missing: () => ({
    what: 'The app has no publishable key.',
    remedy: `Put NEXT_PUBLIC_LATCHKEY_PUBLISHABLE_KEY into its .env.local (${PRINT}) and start the app again.`,
  }),
  publishable_key_malformed: () => ({
    what: 'The publishable key cannot be read.',
    remedy: `Copy the whole of NEXT_PUBLIC_LATCHKEY_PUBLISHABLE_KEY, pk_test_… or pk_live_…, into the app's .env.local (${PRINT}) and start the app again.`,
  }),
  secret_key_missing: () => ({
    what: 'The app has no secret key.',
    remedy: `Put LATCHKEY_SECRET_KEY into its .env.local, or into its environment where it runs from its build alone (${PRINT}), and start the app again.`,
  }),
  secret_key_malformed: () => ({
    what: 'The secret key cannot be read.',
    remedy: `Copy the whole of LATCHKEY_SECRET_KEY, sk_test_… or sk_live_…, into the app's .env.local (${PRINT}) and start the app again.`,
  }),
  keys_disagree: () => ({
    what: 'The publishable key and the secret key belong to different instances: one is for development, the other for production.',
    remedy: `Put both keys of one instance into the app's .env.local (${PRINT}) and start the app again.`,
  }),
  secret_key_refused: () => ({
    what: 'The Latchkey server does not take the secret key for this publishable key.',
    remedy: `Put both keys of the app's instance into its .env.local ("npx latchkey apps list" ${WHERE} names the applications, "npx latchkey env --app NAME" prints the keys of one) and start the app again.`,
  }),
  instance_unknown: (server = '') => ({
    what: `The Latchkey server${at(server)} does not know the instance of the publishable key.`,
    remedy: `Copy the keys again ("npx latchkey env" ${WHERE} prints them); deleting the data folder changes them.`,
  }),
  server_unreachable: (server = '') => ({
    what: `The Latchkey server${at(server)} does not answer.`,
    remedy: `Start it ("${startAt(server)}" ${WHERE}), or check that this machine can reach it.`,
  }),
  origin_invalid: (origin = '') => ({
    what: `The Latchkey server does not allow the app at ${origin === '' ? 'this address' : origin}.`,
    remedy: `Allow it with "npx latchkey apps allow-origin ${origin === '' ? 'https://your.app' : origin}" ${WHERE}.`,
  }),
  clocks_differ: () => ({
    what: 'The clock of the app differs from the clock of the Latchkey server, so that fresh sign-ins look expired.',
    remedy: 'Set the clocks of both machines.',
  }),
  proxy_missing: () => ({
    what: 'The app does not answer at /__latchkey.',
    remedy: "Export authMiddleware() from proxy.ts (middleware.ts before Next.js 16), and let its matcher have '/__latchkey/:path*'.",
  }),
  app_url_malformed: () => ({
    what: 'The appUrl that authMiddleware() was given cannot be read.',
    remedy: "Write where the app is reached, such as authMiddleware({ appUrl: 'https://your.app' }).",
  }),
  host_invalid: () => ({
    what: 'The request names no host that the app could be reached at.',
    remedy: "Hand on the Host header in front of the app, or give authMiddleware({ appUrl: 'https://your.app' }).",
  }),
} satisfies Record<string, (detail?: string) => Omit<Problem, 'code'>>

/** A problem by its name. @param detail the origin it is about, where it is about one */
export function problem(code: ProblemCode, detail?: string): Problem {
  return { code, ...PROBLEMS[code](detail) }
}

/** Tells the names of problems from other text. */
export function isProblemCode(text: string | null): text is ProblemCode {
  return text !== null && Object.hasOwn(PROBLEMS, text)
}

function at(server: string): string {
  return server === '' ? '' : ` at ${server}`
}
