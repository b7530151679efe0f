import { frontendApiUrl, parsePublishableKey } from '@latchkey/protocol'
import { readEnvironment } from '../platform/environment.ts'
import { type Problem, problem } from '../problems/problem.ts'
import { problemError } from '../problems/tell.ts'

/** What can be said in the code instead of the environment. */
export interface SettingsOptions {
  /** `pk_test_…`; NEXT_PUBLIC_LATCHKEY_PUBLISHABLE_KEY. */
  readonly publishableKey?: string | undefined
  /** `sk_test_…`; LATCHKEY_SECRET_KEY. */
  readonly secretKey?: string | undefined
  /** Page of the app where one signs in, a path or URL; NEXT_PUBLIC_LATCHKEY_SIGN_IN_URL, otherwise the hosted page. */
  readonly signInUrl?: string | undefined
  readonly signUpUrl?: string | undefined
  /** Where the app is reached, such as `https://app.example.com`; left out, what the request's `Host` says. */
  readonly appUrl?: string | undefined
  /**
   * Origins of other apps of the same instance whose tokens are good here as well, such as `https://admin.example.com`;
   * LATCHKEY_AUTHORIZED_PARTIES, with commas. In production the app's own origin alone is good without it.
   */
  readonly authorizedParties?: readonly string[] | undefined
}

/** How an app is set up, checked. */
export interface Settings {
  readonly publishableKey: string
  readonly secretKey: string
  /** Where the app's server reaches the instance, without a slash at the end. */
  readonly frontendApi: string
  /** The app may be a frame in pages of other sites. */
  readonly framed: boolean
  /** `null` where there is no page of the app's own. */
  readonly signInUrl: string | null
  readonly signUpUrl: string | null
  /** Origin of the app where it was given. */
  readonly appOrigin: string | null
  /** Proxies in front of the app whose words about the visitor are believed. */
  readonly trustedHops: number
  /** Origins besides the app's own whose tokens are good; `null` for all of them. */
  readonly authorizedParties: readonly string[] | null
}

/** Checks what was said in code and environment. A problem is a value: it becomes a page, and the app tells its developer. */
export function readSettings(options: SettingsOptions = {}): { readonly settings: Settings } | { readonly problem: Problem } {
  const environment = readEnvironment()
  const publishableKey = options.publishableKey ?? environment.publishableKey
  const secretKey = options.secretKey ?? environment.secretKey
  if (publishableKey === undefined && secretKey === undefined) return { problem: problem('keys_missing') }
  if (publishableKey === undefined) return { problem: problem('publishable_key_missing') }
  const parsed = parsePublishableKey(publishableKey)
  if (parsed === null) return { problem: problem('publishable_key_malformed') }
  if (secretKey === undefined) return { problem: problem('secret_key_missing') }
  const secretType = /^sk_(test|live)_[\w-]{1,200}$/.exec(secretKey)?.[1]
  if (secretType === undefined) return { problem: problem('secret_key_malformed') }
  if ((secretType === 'live') !== (parsed.instanceType === 'production')) return { problem: problem('keys_disagree') }
  const app = options.appUrl === undefined ? null : URL.parse(options.appUrl)
  if (options.appUrl !== undefined && !/^https?:$/.test(app?.protocol ?? '')) return { problem: problem('app_url_malformed') }
  // Taken for none, every visitor would have the proxy's address, and limits by address would meet all of them at once.
  const trustedHops = hops(environment.trustedHops)
  if (trustedHops === null) return { problem: problem('trusted_hops_malformed') }
  return {
    settings: {
      publishableKey,
      secretKey,
      frontendApi: frontendApiUrl(parsed.frontendApi),
      framed: environment.framed,
      signInUrl: options.signInUrl ?? environment.signInUrl ?? null,
      signUpUrl: options.signUpUrl ?? environment.signUpUrl ?? null,
      appOrigin: app?.origin ?? null,
      trustedHops,
      authorizedParties: options.authorizedParties ?? listOf(environment.authorizedParties) ?? (environment.production ? [] : null),
    },
  }
}

function listOf(text: string | undefined): readonly string[] | null {
  return text === undefined
    ? null
    : text
        .split(',')
        .map((one) => one.trim().replace(/\/$/, ''))
        .filter((one) => one !== '')
}

/** `null` for what is no number of proxies. */
function hops(text: string | undefined): number | null {
  if (text === undefined) return 0
  return /^\d{1,2}$/.test(text.trim()) ? Number(text) : null
}

/** How the app is set up. @throws Error in one sentence that says what to do when it is not */
export function requireSettings(): Settings {
  const read = readSettings()
  if ('settings' in read) return read.settings
  throw problemError(read.problem)
}
