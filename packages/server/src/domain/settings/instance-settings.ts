import type { StrategyName } from '@latchkey/protocol'
import { perSecondFactor, type SecondFactor } from '../second-factors.ts'
import type { UserAttribute } from './attributes.ts'

/** What an instance does with an attribute of its users. Shared code asks `attribute-rules.ts` rather than these fields. */
export interface AttributeSettings {
  /** People may have one. */
  readonly enabled: boolean
  /** Nobody signs up without one. */
  readonly required: boolean
  /** One signs in with it, by {@link firstFactors}. */
  readonly usedForFirstFactor: boolean
  /** Strategies offered when signing in, in any order. */
  readonly firstFactors: readonly StrategyName[]
  readonly usedForSecondFactor: boolean
  readonly secondFactors: readonly StrategyName[]
  /** Strategies that prove a new one. */
  readonly verifications: readonly StrategyName[]
  /** Nobody signs up before it is proven. */
  readonly verifyAtSignUp: boolean
}

/** What an operator may decide for one instance. */
export interface InstanceSettings {
  readonly attributes: { readonly [Name in UserAttribute]: AttributeSettings }
  /** `restricted`: new users come by the Backend API only. */
  /** What people may set up to be asked for after the first factor. What is set up is asked for whatever this says. */
  readonly secondFactor: { readonly [Name in SecondFactor]: boolean }
  readonly signUpMode: 'public' | 'restricted'
  readonly session: {
    readonly lifetimeMs: number
    /** Ends a session that nobody touched for so long; `null` switches it off. */
    readonly inactivityMs: number | null
    /** One session per client: signing in while signed in is refused with `session_exists`. */
    readonly single: boolean
  }
  readonly deleteSelf: boolean
  /** Changes of how one signs in want a factor that was proven lately. */
  readonly reverification: boolean
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
  /** Pages of other sites that may show the hosted pages in a frame. */
  readonly framing: {
    readonly origins: readonly string[]
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

/** Settings of which some are named; the rest is as it was, or as it is by default. */
export type SettingsPatch = {
  readonly [Group in Exclude<keyof InstanceSettings, 'attributes'>]?: InstanceSettings[Group] extends object
    ? Partial<InstanceSettings[Group]>
    : InstanceSettings[Group]
} & { readonly attributes?: { readonly [Name in UserAttribute]?: Partial<AttributeSettings> } }

const day = 24 * 60 * 60 * 1000

/** An attribute that nobody signs in with and nothing proves. */
const plain = {
  usedForFirstFactor: false,
  firstFactors: [],
  usedForSecondFactor: false,
  secondFactors: [],
  verifications: [],
  verifyAtSignUp: false,
} as const

/** The settings a new instance starts with: passwordless email, names asked for, seven-day sessions. */
export const DEFAULT_SETTINGS: InstanceSettings = {
  attributes: {
    email_address: {
      ...plain,
      enabled: true,
      required: true,
      usedForFirstFactor: true,
      firstFactors: ['email_link', 'email_code'],
      verifications: ['email_code', 'email_link'],
      verifyAtSignUp: true,
    },
    username: { ...plain, enabled: false, required: false, usedForFirstFactor: true },
    first_name: { ...plain, enabled: true, required: false },
    last_name: { ...plain, enabled: true, required: false },
  },
  secondFactor: perSecondFactor(() => false),
  signUpMode: 'public',
  session: { lifetimeMs: 7 * day, inactivityMs: null, single: true },
  deleteSelf: true,
  reverification: true,
  notify: { newDevice: true, addressChange: true, accountDeleted: true },
  testMode: true,
  urls: { home: null, signIn: null, signUp: null, afterSignIn: null, afterSignUp: null, afterSignOut: null },
  framing: { origins: [] },
  brand: { logo: null, primary: null, primaryDark: null, supportEmail: null, terms: null, privacy: null },
}

/** The settings with those of the patch in their places. What the patch has beyond them is kept. */
export function patched(settings: InstanceSettings, patch: SettingsPatch): InstanceSettings {
  return merged(settings, patch) as InstanceSettings
}

function merged(base: unknown, change: unknown): unknown {
  if (!isRecord(base) || !isRecord(change)) return change === undefined ? base : change
  return { ...base, ...Object.fromEntries(Object.entries(change).map(([key, value]) => [key, merged(base[key], value)])) }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
