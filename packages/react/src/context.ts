'use client'
import type { Latchkey, ReverificationLevel, ReverificationResource } from '@latchkey/js'
import { createContext } from 'react'
import type { ReturnProps } from './navigation/return-to.ts'

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

/** What can be opened over a page. */
export type Modal = 'sign-in' | 'sign-up' | 'user-profile'

/** Opens it, and comes back to the page when it is closed. */
export type OpenModal = (modal: Modal, options: ReturnProps) => void

/** How somebody is asked who they are in place of the dialog. */
export interface ReverificationOptions {
  /** Asks: `start()` begins it and answers what can be proven; in the end it says `complete()`, or `cancel()`. */
  readonly onNeedsReverification?: (question: {
    readonly level: ReverificationLevel
    readonly start: () => Promise<ReverificationResource>
    readonly complete: () => void
    readonly cancel: () => void
  }) => void
}

/**
 * Does something, and asks first who is there where that is what it is answered.
 * @throws what the work throws; an Error with the code `reverification_cancelled` when whoever is asked would rather not say
 */
export type Reverify = <Result>(work: () => Promise<Result>, options?: ReverificationOptions) => Promise<Result>

/** Given by whoever can draw the question. */
export const ReverifyContext = createContext<Reverify | null>(null)

/** Given by whoever can draw one. `null`: buttons then go to the page instead. */
export const ModalContext = createContext<OpenModal | null>(null)
