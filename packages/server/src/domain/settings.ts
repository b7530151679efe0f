/** An attribute of a user that sign-up may ask for. */
export interface AttributeSettings {
  readonly enabled: boolean
  readonly required: boolean
}

/** What an operator may decide for one instance. Stored as JSON, read through {@link withDefaults}. */
export interface InstanceSettings {
  readonly emailAddress: AttributeSettings & {
    /** Strategies offered when signing in, in any order. */
    readonly firstFactors: readonly ('email_code' | 'email_link')[]
    /** Strategies that prove a new address. */
    readonly verifications: readonly ('email_code' | 'email_link')[]
  }
  readonly firstName: AttributeSettings
  readonly lastName: AttributeSettings
  /** `restricted`: new users come by the Backend API only. */
  readonly signUpMode: 'public' | 'restricted'
  readonly session: {
    readonly lifetimeMs: number
    /** Ends a session that nobody touched for so long; `null` switches it off. */
    readonly inactivityMs: number | null
    /** One session per client: signing in while signed in is refused with `session_exists`. */
    readonly single: boolean
  }
  readonly deleteSelf: boolean
  /** Which emails people get about what was done to their account. */
  readonly notify: { readonly newDevice: boolean; readonly addressChange: boolean; readonly accountDeleted: boolean }
  /** Test addresses (`+clerk_test`, `+latchkey_test`) take 424242. Only ever effective on development instances. */
  readonly testMode: boolean
  readonly urls: {
    readonly home: string | null
    readonly signIn: string | null
    readonly signUp: string | null
    readonly afterSignIn: string | null
    readonly afterSignUp: string | null
    readonly afterSignOut: string | null
  }
  /** What cards, plain pages and emails show of the application, besides its name. */
  readonly brand: {
    /** An https URL, or a small image as a data URL. */
    readonly logo: string | null
    /** `#rrggbb`. */
    readonly primary: string | null
    /** On dark pages; derived from `primary` where it is `null`. */
    readonly primaryDark: string | null
    readonly supportEmail: string | null
    readonly terms: string | null
    readonly privacy: string | null
  }
}

const day = 24 * 60 * 60 * 1000

/** The settings a new instance starts with: passwordless email, names asked for, seven-day sessions. */
export const DEFAULT_SETTINGS: InstanceSettings = {
  emailAddress: {
    enabled: true,
    required: true,
    firstFactors: ['email_link', 'email_code'],
    verifications: ['email_code', 'email_link'],
  },
  firstName: { enabled: true, required: false },
  lastName: { enabled: true, required: false },
  signUpMode: 'public',
  session: { lifetimeMs: 7 * day, inactivityMs: null, single: true },
  deleteSelf: true,
  notify: { newDevice: true, addressChange: true, accountDeleted: true },
  testMode: true,
  urls: { home: null, signIn: null, signUp: null, afterSignIn: null, afterSignUp: null, afterSignOut: null },
  brand: { logo: null, primary: null, primaryDark: null, supportEmail: null, terms: null, privacy: null },
}

/** Fills what a stored settings document leaves out, so that an older row reads like a newer one. */
export function withDefaults(stored: Partial<InstanceSettings>): InstanceSettings {
  return {
    ...DEFAULT_SETTINGS,
    ...stored,
    emailAddress: { ...DEFAULT_SETTINGS.emailAddress, ...stored.emailAddress },
    firstName: { ...DEFAULT_SETTINGS.firstName, ...stored.firstName },
    lastName: { ...DEFAULT_SETTINGS.lastName, ...stored.lastName },
    session: { ...DEFAULT_SETTINGS.session, ...stored.session },
    notify: { ...DEFAULT_SETTINGS.notify, ...stored.notify },
    urls: { ...DEFAULT_SETTINGS.urls, ...stored.urls },
    brand: { ...DEFAULT_SETTINGS.brand, ...stored.brand },
  }
}
