import type { ClientJSON } from '@latchkey/protocol'
import type { Fetch } from './platform/browser-fetch.ts'
import type { Environment } from './resources/environment.ts'
import type { SessionResource } from './resources/session.ts'
import type { SignInResource } from './resources/sign-in.ts'
import type { SignUpResource } from './resources/sign-up.ts'
import type { UserResource } from './resources/user.ts'

/** How far the store knows who is signed in. `unknown`: nobody has asked the server yet. */
export type Phase = 'unknown' | 'loading' | 'ready' | 'unreachable'

/** What a page knows at one moment. A new object whenever something in it changed, and the same one as long as nothing did. */
export interface Snapshot {
  readonly phase: Phase
  /** Why nobody could be asked, while the phase is `unreachable`: a LatchkeyError or an UnreachableError; `null` otherwise. */
  readonly failure: unknown
  /** The settings of the instance, `null` until somebody needed them. */
  readonly environment: Environment | null
  /** Id of this browser's client, `null` before it has one. */
  readonly clientId: string | null
  readonly sessions: readonly SessionResource[]
  /** The session in use, `null` when nobody is signed in. */
  readonly session: SessionResource | null
  readonly user: UserResource | null
  /** The attempts in progress. There is always one of each: before anything was begun, one without an id. */
  readonly signIn: SignInResource
  readonly signUp: SignUpResource
}

/** How the framework around the page goes to another one. */
export interface Navigator {
  /** Goes to a path of this app, or to an absolute URL. It resolves when the navigation was begun. */
  navigate(to: string, options?: { readonly replace?: boolean }): void | Promise<void>
  /** Has the server render the current page anew, since who is signed in has changed. */
  refresh(): void | Promise<void>
}

/** What a store is made with. */
export interface LatchkeyOptions {
  readonly publishableKey: string
  /**
   * Where the Frontend API is, seen from the page: a path of the app (`/__latchkey`), whose server holds the tokens in cookies
   * that no script can read, or an absolute URL for an app without a server.
   */
  readonly baseUrl: string
  /**
   * Name of the readable cookie that says whether somebody is signed in, `null` where there is none. Over https its two underscores
   * become `__Host-`, with which no other host can set it.
   */
  readonly hintCookie?: string | null
  /** Settings that came with the page, so that nothing has to be fetched for a first form. */
  readonly environment?: Environment | null
  /** Who is signed in, when that came with the page: nobody is asked then. `null` is a browser without a client. */
  readonly client?: ClientJSON | null
  readonly navigator?: Navigator
  /** Replaces the browser's `fetch`. */
  readonly fetch?: Fetch
}

/** The way out. */
export interface SignOutOptions {
  /** Where to go afterwards; a path, or a URL of this app. */
  readonly redirectUrl?: string | undefined
  /** One session of several; left out, all of this browser end. */
  readonly sessionId?: string | undefined
}

/** The store of one page: who is signed in, what is being attempted, and what can be done about it. */
export interface Latchkey {
  readonly publishableKey: string
  getSnapshot(): Snapshot
  /** The snapshot as it came with the page, whatever has happened since: what the server has rendered from. */
  getServerSnapshot(): Snapshot
  subscribe(listener: () => void): () => void
  /** Asks the server who is signed in, once; later calls share the answer. Never throws: the phase says how it went. */
  load(): Promise<void>
  /** Asks again. */
  reload(): Promise<void>
  /** The settings of the instance, fetched once. @throws LatchkeyError, UnreachableError */
  environment(): Promise<Environment>
  /** Takes over settings that came with the page. */
  provideEnvironment(environment: Environment): void
  /**
   * Makes a session the one in use, tells the other tabs, and goes on.
   * @param redirectUrl where to; without it the current page is rendered anew
   */
  setActive(to: { readonly session: string | null; readonly redirectUrl?: string | undefined }): Promise<void>
  signOut(options?: SignOutOptions): Promise<void>
  /** A token of the session in use for calling your own API, good for a minute; `null` when nobody is signed in. */
  getToken(options?: { readonly skipCache?: boolean }): Promise<string | null>
  /**
   * Goes somewhere by the framework's navigator.
   * @param options.automatic nobody asked for it: it gives way to where somebody who is just signing out wants to go
   */
  navigate(to: string, options?: { readonly replace?: boolean; readonly automatic?: boolean }): Promise<void>
  setNavigator(navigator: Navigator): void
  /** Begins to watch other tabs, focus and the network; the result ends it. */
  watch(): () => void
}
