import { attributeRows } from './attribute-rows.ts'
import { type InstanceSettings, patched, type SettingsPatch } from './instance-settings.ts'
import { secondFactorRows } from './second-factor-rows.ts'
import { choice, color, duration, emailAddress, flag, image, optional, origins, secureUrl, url } from './setting-kind.ts'
import type { RowsOf, Setting, SettingRow } from './setting.ts'

const first = { since: '0.1.0', weakens: null } as const

/**
 * The one table of settings. The command line's words, the settings API, `latchkey config` and docs/settings.md are projections of it.
 * It has the shape of {@link InstanceSettings}, so that a field without a row does not compile.
 */
const ROWS: RowsOf<InstanceSettings> = {
  attributes: {
    email_address: attributeRows('email_address', '0.1.0'),
    username: attributeRows('username', '0.2.0'),
    first_name: attributeRows('first_name', '0.1.0'),
    last_name: attributeRows('last_name', '0.1.0'),
  },
  secondFactor: secondFactorRows(),
  signUpMode: {
    ...first,
    name: 'sign_up.mode',
    label: 'Who may sign up',
    sentence: 'Who may sign up: everybody, or only whom the Backend API makes an account.',
    kind: choice('public', 'restricted'),
    weakens: { to: ['public'] },
  },
  session: {
    single: {
      ...first,
      name: 'session.single',
      label: 'One account at a time',
      sentence: 'Whether one browser is signed in to one account at a time; off allows several.',
      kind: flag,
    },
    lifetimeMs: {
      ...first,
      name: 'session.lifetime',
      label: 'Session lifetime',
      sentence: 'How long a new session lasts.',
      kind: duration,
      weakens: 'longer',
    },
    inactivityMs: {
      ...first,
      name: 'session.inactivity',
      label: 'Inactivity timeout',
      sentence: 'How long a session lasts that nobody uses.',
      kind: optional(duration, 'off'),
      weakens: 'longer',
    },
  },
  deleteSelf: {
    ...first,
    name: 'account.delete_self',
    label: 'Let people delete their account',
    sentence: 'Whether people may delete their account.',
    kind: flag,
  },
  reverification: {
    since: '0.2.0',
    name: 'account.reverification',
    label: 'Confirm changes to signing in',
    sentence: 'Whether people confirm that it is them before they change how they sign in, unless they did in the last ten minutes.',
    kind: flag,
    weakens: 'off',
  },
  notify: {
    newDevice: {
      ...first,
      name: 'notify.new_device',
      label: 'Email about new devices',
      sentence: 'Whether people are emailed when their account is signed in to on a new device.',
      kind: flag,
      weakens: 'off',
    },
    addressChange: {
      ...first,
      name: 'notify.address_changes',
      label: 'Email about changed addresses',
      sentence:
        'Whether people are emailed when an address of their account is added, removed or made the primary one, ' +
        'or a username or a second step changes.',
      kind: flag,
      weakens: 'off',
    },
    accountDeleted: {
      ...first,
      name: 'notify.account_deleted',
      label: 'Email about a deleted account',
      sentence: 'Whether people are emailed when their account is deleted.',
      kind: flag,
      weakens: 'off',
    },
  },
  testMode: {
    ...first,
    name: 'development.test_addresses',
    label: 'Test addresses',
    sentence: 'Whether +latchkey_test addresses take the code 424242, on development instances.',
    kind: flag,
    weakens: 'on',
  },
  urls: {
    home: {
      ...first,
      name: 'urls.home',
      label: 'Home',
      sentence: 'The application’s home, where links in emails lead in the end; its pages may call the server.',
      kind: optional(url),
      weakens: 'other',
    },
    signIn: {
      ...first,
      name: 'urls.sign_in',
      label: 'Sign-in page',
      sentence: 'The application’s sign-in page.',
      kind: optional(url),
      weakens: 'other',
    },
    signUp: {
      ...first,
      name: 'urls.sign_up',
      label: 'Sign-up page',
      sentence: 'The application’s sign-up page.',
      kind: optional(url),
      weakens: 'other',
    },
    afterSignIn: {
      ...first,
      name: 'urls.after_sign_in',
      label: 'After signing in',
      sentence: 'Where people go from the hosted sign-in page.',
      kind: optional(url),
      weakens: 'other',
    },
    afterSignUp: {
      ...first,
      name: 'urls.after_sign_up',
      label: 'After signing up',
      sentence: 'Where people go from the hosted sign-up page.',
      kind: optional(url),
      weakens: 'other',
    },
    afterSignOut: {
      ...first,
      name: 'urls.after_sign_out',
      label: 'After signing out',
      sentence: 'Where people go when they have signed out.',
      kind: optional(url),
      weakens: 'other',
    },
  },
  framing: {
    origins: {
      ...first,
      name: 'framing.origins',
      label: 'Sites that may show sign-in in a frame',
      sentence:
        'Whose pages may show the hosted pages in a frame, over https. Turned on or off, people sign in once more; it ends no session.',
      kind: origins,
      weakens: 'more',
    },
  },
  brand: {
    logo: { ...first, name: 'brand.logo', label: 'Logo', sentence: 'The logo on cards, pages and in emails.', kind: optional(image) },
    primary: {
      ...first,
      name: 'brand.color.primary',
      label: 'Color',
      sentence: 'The color of buttons; what is written on it is black or white, whichever reads better.',
      kind: optional(color),
    },
    primaryDark: {
      ...first,
      name: 'brand.color.primary_dark',
      label: 'Color on dark pages',
      sentence: 'The color of buttons on dark pages; derived from brand.color.primary without it.',
      kind: optional(color),
    },
    supportEmail: {
      ...first,
      name: 'brand.support_email',
      label: 'Support email',
      sentence: 'Where people write when they are stuck.',
      kind: optional(emailAddress),
    },
    terms: {
      ...first,
      name: 'brand.terms_url',
      label: 'Terms',
      sentence: 'The terms of the application.',
      kind: optional(secureUrl),
    },
    privacy: {
      ...first,
      name: 'brand.privacy_url',
      label: 'Privacy policy',
      sentence: 'The privacy policy of the application.',
      kind: optional(secureUrl),
    },
  },
}

/** Every setting of an instance, in the order in which they are shown. */
export const SETTINGS: readonly Setting[] = settingsIn(ROWS, [])

const byName: ReadonlyMap<string, Setting> = new Map(SETTINGS.map((setting) => [setting.name, setting]))

/** The setting of a name, `null` when there is none. */
export function settingNamed(name: string): Setting | null {
  return byName.get(name) ?? null
}

function settingsIn(rows: object, path: readonly string[]): readonly Setting[] {
  return Object.entries(rows).flatMap(([key, row]: [string, object | null]) => {
    if (row === null) return []
    return 'kind' in row ? [settingAt(row as SettingRow<unknown>, [...path, key])] : settingsIn(row, [...path, key])
  })
}

function settingAt(row: SettingRow<unknown>, path: readonly string[]): Setting {
  return {
    ...row,
    get: (settings) => path.reduce<unknown>((at, key) => (at as Readonly<Record<string, unknown>>)[key], settings),
    set: (settings, value) => patched(settings, path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as SettingsPatch),
  }
}
