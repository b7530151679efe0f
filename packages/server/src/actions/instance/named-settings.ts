import { logoOf, secureUrlOf } from '../../domain/brand.ts'
import { colourOf } from '../../domain/colour.ts'
import { canonicalEmailAddress } from '../../domain/email-address.ts'
import { type InstanceSettings, patched } from '../../domain/settings/instance-settings.ts'
import { attribute, brand, choice, duration, methods, type NamedSetting, url } from './kinds-of-settings.ts'

/** Every setting of an instance. */
export const NAMED_SETTINGS: readonly NamedSetting[] = [
  choice<'public' | 'restricted'>(
    'sign-up',
    'who may sign up: everybody, or only whom the Backend API makes an account',
    { public: 'public', restricted: 'restricted' },
    {
      get: (settings) => settings.signUpMode,
      set: (settings, signUpMode) => ({ ...settings, signUpMode }),
    },
  ),
  methods('sign-in-methods', 'how an address is confirmed when signing in; emails with a link also have a code', {
    get: (settings) => settings.attributes.email_address.firstFactors,
    set: (settings, firstFactors) => patched(settings, { attributes: { email_address: { firstFactors } } }),
  }),
  methods('sign-up-methods', 'how a new address is proven', {
    get: (settings) => settings.attributes.email_address.verifications,
    set: (settings, verifications) => patched(settings, { attributes: { email_address: { verifications } } }),
  }),
  attribute('first-name', 'whether sign-up asks for a first name', 'first_name'),
  attribute('last-name', 'whether sign-up asks for a last name', 'last_name'),
  choice(
    'sessions',
    'how many accounts may be signed in at a time in one browser',
    { one: true, several: false },
    {
      get: (settings) => settings.session.single,
      set: (settings, single) => ({ ...settings, session: { ...settings.session, single } }),
    },
  ),
  duration('session-lifetime', 'how long a new session lasts', {
    get: (settings) => settings.session.lifetimeMs,
    set: (settings, lifetimeMs) => (lifetimeMs === null ? null : { ...settings, session: { ...settings.session, lifetimeMs } }),
  }),
  duration('session-inactivity', 'how long a session lasts that nobody uses', {
    get: (settings) => settings.session.inactivityMs,
    set: (settings, inactivityMs) => ({ ...settings, session: { ...settings.session, inactivityMs } }),
    none: 'off',
  }),
  choice(
    'delete-self',
    'whether people may delete their account',
    { on: true, off: false },
    {
      get: (settings) => settings.deleteSelf,
      set: (settings, deleteSelf) => ({ ...settings, deleteSelf }),
    },
  ),
  notify('notify-new-device', 'whether people are emailed when their account is signed in to on a new device', 'newDevice'),
  notify(
    'notify-address-changes',
    'whether people are emailed when an address of their account is added, removed or made the primary one',
    'addressChange',
  ),
  notify('notify-account-deleted', 'whether people are emailed when their account is deleted', 'accountDeleted'),
  choice(
    'test-addresses',
    'whether +latchkey_test addresses take 424242, on development instances',
    { on: true, off: false },
    {
      get: (settings) => settings.testMode,
      set: (settings, testMode) => ({ ...settings, testMode }),
    },
  ),
  url('home-url', 'the application’s home, where links in emails lead in the end', 'home'),
  url('sign-in-url', 'the application’s sign-in page', 'signIn'),
  url('sign-up-url', 'the application’s sign-up page', 'signUp'),
  url('after-sign-in-url', 'where people go from the hosted sign-in page', 'afterSignIn'),
  url('after-sign-up-url', 'where people go from the hosted sign-up page', 'afterSignUp'),
  url('after-sign-out-url', 'where people go when they have signed out', 'afterSignOut'),
  brand(
    'logo',
    'the logo on cards, pages and in emails',
    'a URL with https://, or an image of up to 8 kB as data:image/…;base64,…',
    'logo',
    logoOf,
  ),
  brand(
    'color.primary',
    'the color of buttons; what is written on it is black or white, whichever reads better',
    'a color such as #e11d48',
    'primary',
    colourOf,
  ),
  brand(
    'color.primary-dark',
    'the same on dark pages; derived from color.primary without it',
    'a color such as #fb7185',
    'primaryDark',
    colourOf,
  ),
  brand('support-email', 'where people write when they are stuck', 'an email address', 'supportEmail', canonicalEmailAddress),
  brand('terms-url', 'the terms of the application', 'a URL with https://', 'terms', secureUrlOf),
  brand('privacy-url', 'the privacy policy of the application', 'a URL with https://', 'privacy', secureUrlOf),
]

function notify(name: string, meaning: string, of: keyof InstanceSettings['notify']): NamedSetting {
  return choice(
    name,
    meaning,
    { on: true, off: false },
    {
      get: (settings) => settings.notify[of],
      set: (settings, value) => ({ ...settings, notify: { ...settings.notify, [of]: value } }),
    },
  )
}
