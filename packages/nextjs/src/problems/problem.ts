import { PROXY_FILE, SAFE_MATCHER } from './proxy-file.ts'

/**
 * Clocks that are further apart are not corrected. The same as in the package that verifies tokens, which does not belong into the
 * browser.
 */
const MOST_CORRECTED_MS = 60_000

/** Something about how an app is set up that keeps it from working. */
export interface Problem {
  readonly code: ProblemCode
  /** What it is about, where it is about something: an origin, a number of seconds. */
  readonly detail?: string | undefined
  /** What is wrong, in one sentence. */
  readonly what: string
  /** What to do about it, in one sentence. */
  readonly remedy: string
  /** What to write into a file, where that is the remedy. */
  readonly file?: string
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
  keys_missing: () => ({
    what: 'The app has neither of its two keys.',
    remedy:
      `Put NEXT_PUBLIC_LATCHKEY_PUBLISHABLE_KEY and LATCHKEY_SECRET_KEY into its .env.local ("npx latchkey env" ${WHERE} ` +
      'prints both) and start the app again.',
  }),
  publishable_key_missing: () => ({
    what: 'The app has no publishable key.',
    remedy: `Put NEXT_PUBLIC_LATCHKEY_PUBLISHABLE_KEY into its .env.local (${PRINT}) and start the app again.`,
  }),
  publishable_key_malformed: () => ({
    what: 'The publishable key cannot be read.',
    remedy:
      `Copy the whole of NEXT_PUBLIC_LATCHKEY_PUBLISHABLE_KEY, pk_test_… or pk_live_…, into the app's .env.local (${PRINT}) ` +
      'and start the app again.',
  }),
  secret_key_missing: () => ({
    what: 'The app has no secret key.',
    remedy:
      `Put LATCHKEY_SECRET_KEY into its .env.local, or into its environment where it runs from its build alone (${PRINT}), ` +
      'and start the app again.',
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
    remedy:
      `Put both keys of one application into its .env.local ("npx latchkey apps list" ${WHERE} names the applications, "npx ` +
      'latchkey env --app NAME" there prints the keys of one) and start the app again.',
  }),
  instance_unknown: (server = '') => ({
    what: `The Latchkey server${at(server)} does not know the instance of the publishable key.`,
    remedy: `Copy the keys again ("npx latchkey env" ${WHERE} prints them); deleting the data folder changes them.`,
  }),
  server_other: (server = '') => ({
    what: `What answers${at(server)} is not a Latchkey server.`,
    remedy:
      `Start the Latchkey server there ("${startAt(server)}" ${WHERE}), or copy the keys of the one that runs elsewhere ("npx ` +
      'latchkey env" prints them there).',
  }),
  server_unreachable: (server = '') => ({
    what: `The Latchkey server${at(server)} does not answer.`,
    remedy: `Start it ("${startAt(server)}" ${WHERE}), or check that this machine can reach it.`,
  }),
  origin_invalid: (origin = '') => ({
    what: `The Latchkey server does not allow the app at ${origin === '' ? 'this address' : origin}.`,
    remedy: `Allow it with "npx latchkey apps allow-origin ${origin === '' ? 'https://your.app' : origin}" ${WHERE}.`,
  }),
  clocks_differ: (seconds = '') => ({
    what:
      seconds === ''
        ? 'The clocks of the app and of the Latchkey server differ, and nobody can be signed in.'
        : `The clock of the Latchkey server is ${apart(seconds)} the app's${
            Math.abs(Number(seconds)) > MOST_CORRECTED_MS / 1000 ? ', and nobody can be signed in' : '; it is allowed for, up to a minute'
          }.`,
    remedy: 'Set the clocks of both machines (a laptop that slept, or a container on it, may need a restart).',
  }),
  proxy_missing: () => ({
    what: 'The app has no Latchkey middleware, or its matcher leaves /__latchkey out: nothing is protected, and nobody can sign in.',
    remedy:
      'Create proxy.ts (middleware.ts before Next.js 16) beside the app folder, in src/ if that is where it is, and write this into it:',
    file: PROXY_FILE,
  }),
  page_unguarded: () => ({
    what:
      'auth() was called for a page that the Latchkey middleware did not see: there is no proxy.ts, or its matcher leaves ' +
      'this page out.',
    remedy:
      'Create proxy.ts (middleware.ts before Next.js 16) beside the app folder, in src/ if that is where it is, or widen ' +
      'the matcher in it to this:',
    file: PROXY_FILE,
  }),
  pages_outside: (pages = '') => ({
    what:
      `The matcher in ${pages.split(' ')[0] ?? ''} leaves out ${pages.split(' ').slice(1).join(' ')}: nothing there is ` +
      'protected except by auth.protect().',
    remedy: `If that is meant, name it in publicRoutes; if not, write ${SAFE_MATCHER}.`,
  }),
  next_vulnerable: (versions = '') => ({
    what:
      `Next.js ${versions.split(' ')[0] ?? ''} has the security hole CVE-2025-55182: any visitor can run code of their own on ` +
      `the app's server, without signing in.`,
    remedy:
      `Update it: "npm install next@${versions.split(' ')[1] ?? 'latest'}", and change the secrets of an app that was on the ` +
      'internet with it.',
  }),
  next_bypassed: (versions = '') => ({
    what:
      `Next.js ${versions.split(' ')[0] ?? ''} has the security holes CVE-2026-44575 and CVE-2026-45109: it shows private ` +
      'pages at addresses for which it does not ask the middleware.',
    remedy: `Update it: "npm install next@${versions.split(' ')[1] ?? 'latest'}".`,
  }),
  app_url_malformed: () => ({
    what: 'The appUrl that authMiddleware() was given cannot be read.',
    remedy: "Write where the app is reached, such as authMiddleware({ appUrl: 'https://your.app' }).",
  }),
  trusted_hops_malformed: () => ({
    what: 'LATCHKEY_TRUSTED_HOPS is not a number.',
    remedy: 'Write how many proxies in front of the app are yours, such as 1, or leave it out, and start the app again.',
  }),
  host_invalid: () => ({
    what: 'The request names no host that the app could be reached at.',
    remedy: "Hand on the Host header in front of the app, or give authMiddleware({ appUrl: 'https://your.app' }).",
  }),
} satisfies Record<string, (detail?: string) => Omit<Problem, 'code' | 'detail'>>

/** A problem by its name. @param detail the origin it is about, where it is about one */
export function problem(code: ProblemCode, detail?: string): Problem {
  return { code, detail, ...PROBLEMS[code](detail) }
}

/** Tells the names of problems from other text. */
export function isProblemCode(text: string | null): text is ProblemCode {
  return text !== null && Object.hasOwn(PROBLEMS, text)
}

function apart(seconds: string): string {
  const ahead = Math.round(Number(seconds))
  const size = Math.abs(ahead)
  const many = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`
  const span =
    size < 120 ? many(size, 'second') : size < 7200 ? many(Math.round(size / 60), 'minute') : many(Math.round(size / 3600), 'hour')
  return `${span} ${ahead < 0 ? 'behind' : 'ahead of'}`
}

/** A problem as it is told in one piece, on the terminal. */
export function sentencesOf({ what, remedy, file }: Problem): string {
  return `${what} ${remedy}${file === undefined ? '' : `\n\n${file.replaceAll(/^(?=.)/gm, '    ')}\n`}`
}

/** In one word, for a header of an answer or a page, in development. */
export function writeProblem(code: ProblemCode, detail?: string): string {
  return detail === undefined ? code : `${code} ${encodeURIComponent(detail)}`
}

/** Reads what {@link writeProblem} wrote, `null` for anything else. */
export function readProblem(header: string | null): Problem | null {
  const [code, detail] = header?.split(' ') ?? []
  if (code === undefined || !isProblemCode(code)) return null
  try {
    return problem(code, detail === undefined ? undefined : decodeURIComponent(detail))
  } catch {
    return null
  }
}

function at(server: string): string {
  return server === '' ? '' : ` at ${server}`
}
