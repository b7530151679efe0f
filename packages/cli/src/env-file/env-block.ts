/** SDKs that an environment block can be printed for. */
export const SDKS = ['latchkey', 'clerk', 'clerk-v4'] as const

/** One of {@link SDKS}. */
export type Sdk = (typeof SDKS)[number]

/** What an application's developer needs to know of its instance. */
export interface EnvFacts {
  readonly publishableKey: string
  /** `null` when only its hash is kept. */
  readonly secretKey: string | null
  readonly frontendApiUrl: string
  readonly backendApiUrl: string
  readonly applicationName: string
}

/** The lines that point an application at its instance, ready for `.env.local`. */
export function envBlock(sdk: Sdk, facts: EnvFacts): string {
  const secret = facts.secretKey ?? `<a secret key: latchkey apps key --app "${facts.applicationName}">`
  const scripts = `${facts.backendApiUrl}/npm/@clerk`
  const lines: { readonly [Name in Sdk]: readonly string[] } = {
    latchkey: [`NEXT_PUBLIC_LATCHKEY_PUBLISHABLE_KEY=${facts.publishableKey}`, `LATCHKEY_SECRET_KEY=${secret}`],
    clerk: [
      `NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=${facts.publishableKey}`,
      `CLERK_SECRET_KEY=${secret}`,
      `NEXT_PUBLIC_CLERK_PROXY_URL=${facts.frontendApiUrl}`,
      `NEXT_PUBLIC_CLERK_JS_URL=${scripts}/clerk-js@6/dist/clerk.browser.js`,
      `NEXT_PUBLIC_CLERK_UI_URL=${scripts}/ui@1/dist/ui.browser.js`,
      `CLERK_API_URL=${facts.backendApiUrl}`,
      'NEXT_PUBLIC_CLERK_SIGN_IN_URL=/sign-in',
      'NEXT_PUBLIC_CLERK_SIGN_UP_URL=/sign-up',
      'NEXT_PUBLIC_CLERK_TELEMETRY_DISABLED=1',
    ],
    // Without the sign-in URLs: with them its <SignIn> turns to path routing, which a page like auth/[action] cannot answer.
    'clerk-v4': [
      `NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=${facts.publishableKey}`,
      `CLERK_SECRET_KEY=${secret}`,
      `NEXT_PUBLIC_CLERK_PROXY_URL=${facts.frontendApiUrl}`,
      `NEXT_PUBLIC_CLERK_JS=${scripts}/clerk-js@4/dist/clerk.browser.js`,
      `CLERK_API_URL=${facts.backendApiUrl}`,
    ],
  }
  return lines[sdk].join('\n')
}
