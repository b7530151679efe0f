import type { SessionWithActivity } from '@latchkey/js'
import { dark, light } from '@latchkey/themes'
import { ModalProvider } from '../../modal/modal-provider.tsx'
import { SignInButton } from '../../page-button/page-buttons.tsx'
import { UserProfile } from '../../user-profile/user-profile.tsx'
import type { UserButtonProps } from '../../user-button/user-button.tsx'
import { UserButton } from '../../user-button/user-button.tsx'
import { SignUp } from '../../cards/flow-cards.tsx'
import { refusal } from '../fake-latchkey.ts'
import { emailAddress, environment, LATER, session, signUp, user, waitingSignUp } from '../fixtures.ts'
import { click, fill, send } from './hands.ts'
import type { Story } from './story.ts'

const element: Story['element'] = (settings) => <SignUp environment={settings} />
const ada = user()
const grace = user({
  id: 'user_3grace',
  firstName: 'Grace',
  lastName: 'Hopper',
  fullName: 'Grace Hopper',
  primaryEmailAddress: emailAddress('idn_9', 'grace@northwind.test'),
})
const one = { sessions: [session('sess_1', ada)], session: session('sess_1', ada), user: ada }
const header =
  (...buttons: readonly UserButtonProps[]) =>
  () => (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, justifyContent: 'space-between', width: '100%', alignItems: 'center' }}>
      <strong>Northwind</strong>
      {buttons.map((props, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- they stay as they are
        <UserButton key={index} {...props} />
      ))}
    </div>
  )
/** A dark button and a light one: one of them is not as its page is. */
const unlike = header({ showName: true, appearance: { theme: dark } }, { showName: true, appearance: { theme: light } })

const activity = {
  deviceType: 'Mac',
  isMobile: false,
  browserName: 'Safari',
  browserVersion: '20',
  ipAddress: '203.0.113.7',
  city: 'Lisbon',
  country: 'Portugal',
}
const device = (id: string, more: object, current = false): SessionWithActivity => ({
  id,
  status: 'active',
  lastActiveAt: new Date(0),
  expireAt: LATER,
  current,
  latestActivity: { ...activity, ...more },
  revoke: async () => {},
})
const mary = user({
  emailAddresses: [
    emailAddress('idn_2', 'ada@analytical.test'),
    emailAddress('idn_1', 'ada.lovelace@northwind.test'),
    emailAddress('idn_3', 'countess@northwind.test', {
      verification: { status: 'unverified', strategy: null, expireAt: null, attempts: 0, verifiedAtClient: null },
      attemptVerification: async () => {
        throw refusal('form_code_incorrect', { paramName: 'code' })
      },
    }),
  ],
  getSessions: async () => [
    device('sess_2', { deviceType: 'iPhone', isMobile: true, city: undefined, country: undefined }),
    device('sess_1', {}, true),
  ],
})
const profile: Pick<Story, 'element' | 'known' | 'ends'> = {
  element: (settings) => <UserProfile environment={settings} />,
  known: { sessions: [session('sess_1', mary)], session: session('sess_1', mary), user: mary },
  ends: 'profile',
}
/** The first or the last thing to do about an address. */
const press = (which: 'first' | 'last', address: string) => click(`.lk-linkBox:${which}-of-type [aria-label*="${address}"]`)

const named = { ...environment, username: { enabled: true, required: true } }

/** Every state of signing up, and of the user's button. */
export const otherStories: Readonly<Record<string, Story>> = {
  'sign-up': { element, ends: 'start' },
  'sign-up-required': {
    element,
    environment: { ...environment, firstName: { enabled: true, required: true }, lastName: { enabled: false, required: false } },
    ends: '.lk-card[data-state=start] .lk-formFieldErrorText__firstName',
    play: () => send(),
  },
  'sign-up-username': { element, environment: named, ends: 'start' },
  'sign-up-username-taken': {
    element,
    environment: named,
    ends: '.lk-card[data-state=start] .lk-formFieldErrorText__username',
    known: { signUp: signUp({ create: () => Promise.reject(refusal('form_identifier_exists', { paramName: 'username' })) }) },
    play: async () => {
      await fill('input[name=email_address]', 'ada.lovelace@northwind.test')
      await fill('input[name=username]', 'ada_l')
      await send()
    },
  },
  'sign-up-username-taken-meanwhile': {
    element,
    environment: named,
    at: '#/verify',
    ends: '.lk-card[data-state=verify] .lk-alertAction',
    known: {
      signUp: waitingSignUp({
        attemptVerification: () => Promise.reject(refusal('form_identifier_exists', { paramName: 'username' })),
      }),
    },
    play: () => fill('input[name=code]', '123456'),
  },
  'sign-up-username-missing': {
    element,
    environment: named,
    at: '#/continue',
    known: { signUp: waitingSignUp({ unverifiedFields: [], missingFields: ['username'] }) },
    ends: '.lk-card[data-state=continue] input',
  },
  'sign-up-taken': {
    element,
    ends: '.lk-card[data-state=start] .lk-formFieldErrorText__emailAddress',
    known: { signUp: signUp({ create: () => Promise.reject(refusal('form_identifier_exists', { paramName: 'email_address' })) }) },
    play: async () => {
      await fill('input[name=email_address]', 'ada.lovelace@northwind.test')
      await send()
    },
  },
  'sign-up-verify': { element, at: '#/verify', known: { signUp: waitingSignUp() }, ends: 'verify' },
  'sign-up-continue': {
    element,
    at: '#/continue',
    known: { signUp: waitingSignUp({ unverifiedFields: [], missingFields: ['first_name', 'last_name'] }) },
    ends: 'continue',
  },
  'sign-up-ticket': { element, at: '?__latchkey_ticket=abc', ends: 'ticket' },
  'sign-up-restricted': { element, environment: { ...environment, signUpMode: 'restricted' }, ends: 'restricted' },
  'user-profile': profile,
  // An app's server that does not know its visitors' addresses.
  'user-profile-nowhere': {
    ...profile,
    known: {
      ...profile.known,
      user: user({ getSessions: async () => [device('sess_1', { ipAddress: null, city: undefined, country: undefined }, true)] }),
    },
  },
  'user-profile-names': {
    ...profile,
    ends: '.lk-profileSection__profile .lk-profileSectionForm',
    play: () => click('.lk-profileSectionPrimaryButton'),
  },
  'user-profile-remove': {
    ...profile,
    ends: '.lk-profileSectionItem[data-form] .lk-profileSectionForm',
    play: () => press('last', 'ada@'),
  },
  'user-profile-confirm': {
    ...profile,
    ends: '.lk-otpCodeFieldErrorText',
    play: async () => {
      await press('first', 'countess@')
      await fill('input[name=code]', '111111')
    },
  },
  'user-profile-delete': {
    ...profile,
    ends: '.lk-profileSection__danger .lk-profileSectionForm',
    play: () => click('.lk-profileSectionItem__danger button'),
  },
  'modal-user-profile': {
    element: () => (
      <ModalProvider>
        <UserButton />
      </ModalProvider>
    ),
    known: one,
    ends: '.lk-modalContent [data-state=profile]',
    play: async () => {
      await click('.lk-userButtonTrigger[aria-haspopup]')
      await click('.lk-menuItem__manageAccount')
    },
  },
  'modal-sign-in': {
    element: () => (
      <ModalProvider>
        <p>A page.</p>
        <SignInButton mode="modal" />
      </ModalProvider>
    ),
    play: () => click('button'),
    ends: '.lk-modalContent [data-state=start]',
  },
  'user-button': { element: header({}), known: one, ends: '.lk-userButtonTrigger[aria-haspopup]' },
  'user-button-loading': {
    element: header({ showName: true }),
    methods: { load: () => new Promise<never>(() => {}) },
    ends: '.lk-userButtonTrigger__loading',
  },
  'user-button-unlike-page': { element: unlike, known: one, ends: '.lk-userButtonTrigger[aria-haspopup]' },
  'user-button-unlike-page-loading': {
    element: unlike,
    methods: { load: () => new Promise<never>(() => {}) },
    ends: '.lk-userButtonTrigger__loading',
  },
  'user-button-open': {
    element: header({ showName: true, items: [{ label: 'Billing', href: '/billing', id: 'billing' }] }),
    known: one,
    ends: '.lk-userButtonTrigger__open',
    play: () => click('.lk-userButtonTrigger[aria-haspopup]'),
  },
  'user-button-sessions': {
    element: header({}),
    environment: { ...environment, singleSession: false },
    known: { ...one, sessions: [...one.sessions, session('sess_2', grace)] },
    ends: '.lk-userButtonTrigger__open',
    play: () => click('.lk-userButtonTrigger[aria-haspopup]'),
  },
}
