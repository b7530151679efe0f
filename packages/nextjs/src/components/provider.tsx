// oxlint-disable-next-line import/no-unassigned-import -- a style sheet has nothing to assign: Next.js makes a file of it
import '#styles'
import { cookieNames } from '@latchkey/backend'
import { parsePublishableKey } from '@latchkey/protocol'
import type { Appearance } from '@latchkey/ui'
import type { ReactNode } from 'react'
import { checkMatcher } from '../matcher/check-matcher.ts'
import { basePath } from '../platform/base-path.ts'
import { appPort, readEnvironment } from '../platform/environment.ts'
import { liveFetch, timeout } from '../platform/fetch.ts'
import { problem, type ProblemCode, writeProblem } from '../problems/problem.ts'
import { problemError, tell } from '../problems/tell.ts'
import { ENVIRONMENT_PATH, PREFIX } from '../settings/prefix.ts'
import { ClientProvider } from './client-provider.tsx'

/** What the provider takes. Everything can be left out. */
export interface LatchkeyProviderProps {
  /** NEXT_PUBLIC_LATCHKEY_PUBLISHABLE_KEY. */
  readonly publishableKey?: string | undefined
  readonly appearance?: Appearance | undefined
  /** The app's own page to sign in; NEXT_PUBLIC_LATCHKEY_SIGN_IN_URL, otherwise the hosted one. */
  readonly signInUrl?: string | undefined
  readonly signUpUrl?: string | undefined
  /** Where to go after signing in or up when nothing else says; `/`. */
  readonly fallbackRedirectUrl?: string | undefined
  /** Other names for `fallbackRedirectUrl`, which is one for both, as older code has them. */
  readonly afterSignInUrl?: string | undefined
  readonly afterSignUpUrl?: string | undefined
  readonly signInFallbackRedirectUrl?: string | undefined
  readonly signUpFallbackRedirectUrl?: string | undefined
  /** NEXT_PUBLIC_LATCHKEY_AFTER_SIGN_OUT_URL; `/`. */
  readonly afterSignOutUrl?: string | undefined
  /** The app's own page for one's account; otherwise the hosted one. */
  readonly userProfileUrl?: string | undefined
  /** For a content security policy with nonces. */
  readonly nonce?: string | undefined
  readonly children?: ReactNode
}

/**
 * Stands around an app, outside or inside of `<html>` or `<body>`. It reads neither cookies nor headers, so static pages stay static.
 * @throws Error in one sentence, in production, when there is no publishable key
 */
export function LatchkeyProvider(props: LatchkeyProviderProps): ReactNode {
  const { appearance, nonce, children } = props
  const environment = readEnvironment()
  const publishableKey = props.publishableKey ?? environment.publishableKey ?? ''
  const wrong = wrongKey(publishableKey, environment.secretKey)
  if (wrong !== null) tellKey(wrong, environment.development)
  const doubt = checkMatcher()
  checkProxy()
  return (
    <ClientProvider
      publishableKey={publishableKey}
      hintCookie={cookieNames(publishableKey, { framed: environment.framed }).hint}
      urls={{
        signInUrl: props.signInUrl ?? environment.signInUrl ?? `${PREFIX}/sign-in`,
        signUpUrl: props.signUpUrl ?? environment.signUpUrl ?? `${PREFIX}/sign-up`,
        fallbackRedirectUrl: fallbackOf(props),
        afterSignOutUrl: props.afterSignOutUrl ?? environment.afterSignOutUrl ?? '/',
        userProfileUrl: props.userProfileUrl ?? `${PREFIX}/user`,
        plainBaseUrl: PREFIX,
      }}
      appearance={appearance}
      nonce={nonce}
      problem={wrong ?? (environment.development && doubt !== null ? writeProblem(doubt.code, doubt.detail) : null)}
    >
      {children}
    </ClientProvider>
  )
}

function fallbackOf(props: LatchkeyProviderProps): string {
  return (
    props.fallbackRedirectUrl ??
    props.signInFallbackRedirectUrl ??
    props.afterSignInUrl ??
    props.signUpFallbackRedirectUrl ??
    props.afterSignUpUrl ??
    '/'
  )
}

function wrongKey(publishableKey: string, secretKey: string | undefined): ProblemCode | null {
  if (publishableKey === '') return secretKey === undefined && typeof window === 'undefined' ? 'keys_missing' : 'publishable_key_missing'
  return parsePublishableKey(publishableKey) === null ? 'publishable_key_malformed' : null
}

/** In development the page itself says it, too. */
function tellKey(code: ProblemCode, development: boolean): void {
  if (!development) throw problemError(problem(code))
  tell(problem(code))
}

const name = Symbol.for('latchkey.nextjs.proxy-checked')
const holder = globalThis as { [name]?: true }

/** Looks once, in development, whether the app's middleware takes the path it has to, and tells the terminal if it does not. */
function checkProxy(): void {
  const port = appPort()
  if (!readEnvironment().development || port === undefined || holder[name]) return
  holder[name] = true
  void askSelf(`http://localhost:${port}${basePath}${PREFIX}${ENVIRONMENT_PATH}`)
}

/** Follows redirects: an app with `trailingSlash` sends everybody to the path that ends in one. */
async function askSelf(url: string): Promise<void> {
  const answer = await liveFetch(url, { signal: timeout(20_000), redirect: 'follow' }).catch(() => null)
  await answer?.body?.cancel()
  if (answer === null || answer.headers.has('latchkey-proxy') || answer.headers.has('latchkey-problem')) return
  tell(problem('proxy_missing'))
}
