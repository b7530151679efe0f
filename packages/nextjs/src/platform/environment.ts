/** What the environment of the app says. `undefined` where it says nothing. */
export interface Environment {
  readonly publishableKey: string | undefined
  readonly secretKey: string | undefined
  readonly signInUrl: string | undefined
  readonly signUpUrl: string | undefined
  readonly afterSignOutUrl: string | undefined
  readonly trustedHops: string | undefined
  /** `off` for an app that has no middleware on purpose. */
  readonly middleware: string | undefined
  readonly authorizedParties: string | undefined
  /** Pages of other sites may have the app in a frame. */
  readonly framed: boolean
  readonly development: boolean
  readonly production: boolean
}

/** Reads the environment. Every variable is written out, since Next.js puts in the values of only those that are. */
export function readEnvironment(): Environment {
  return {
    publishableKey: process.env.NEXT_PUBLIC_LATCHKEY_PUBLISHABLE_KEY || undefined,
    secretKey: process.env.LATCHKEY_SECRET_KEY || undefined,
    signInUrl: process.env.NEXT_PUBLIC_LATCHKEY_SIGN_IN_URL || undefined,
    signUpUrl: process.env.NEXT_PUBLIC_LATCHKEY_SIGN_UP_URL || undefined,
    afterSignOutUrl: process.env.NEXT_PUBLIC_LATCHKEY_AFTER_SIGN_OUT_URL || undefined,
    trustedHops: process.env.LATCHKEY_TRUSTED_HOPS || undefined,
    middleware: process.env.LATCHKEY_MIDDLEWARE || undefined,
    authorizedParties: process.env.LATCHKEY_AUTHORIZED_PARTIES || undefined,
    framed: /^(?:1|true|on)$/.test(process.env.NEXT_PUBLIC_LATCHKEY_FRAMED ?? ''),
    development: process.env.NODE_ENV === 'development',
    production: process.env.NODE_ENV === 'production',
  }
}

/** The port that `next dev` listens on. `undefined` in a browser, and where nobody listens. */
export function appPort(): string | undefined {
  return typeof window === 'undefined' ? process.env.PORT : undefined
}
