'use client'
import type { Latchkey } from '@latchkey/js'
import { createContext } from 'react'

/** Where things are in the app around the provider. Paths or URLs. */
export interface Urls {
  readonly signInUrl: string
  readonly signUpUrl: string
  /** Where to go after signing in or up when neither a prop nor the address bar says. */
  readonly fallbackRedirectUrl: string
  readonly afterSignOutUrl: string
  /** The page that `Manage account` leads to. */
  readonly userProfileUrl: string
  /**
   * Where the pages work without scripts: forms post to `<plainBaseUrl>/sign-in` and `<plainBaseUrl>/sign-up`.
   * `null` where there are none.
   */
  readonly plainBaseUrl: string | null
}

/** What the provider hands down. */
export interface LatchkeyContextValue {
  readonly latchkey: Latchkey
  readonly urls: Urls
}

/** The provider's context. `null` outside of it. */
export const LatchkeyContext = createContext<LatchkeyContextValue | null>(null)
