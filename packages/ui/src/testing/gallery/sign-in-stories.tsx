import { UnreachableError } from '@latchkey/js'
import { SignIn } from '../../cards/flow-cards.tsx'
import { refusal } from '../fake-latchkey.ts'
import { environment, session, signIn, user, waitingSignIn } from '../fixtures.ts'
import { click, fill, send } from './hands.ts'
import type { Story } from './story.ts'

const element: Story['element'] = (settings) => <SignIn environment={settings} />
const fail = async (error: Error): Promise<never> => {
  throw error
}
const never = () => new Promise<never>(() => {})
const address = 'ada.lovelace@northwind.test'

const begin = async (text = address) => {
  await fill('input[name=email_address]', text)
  await send()
}
const refuseStart = (error: Error): Partial<Story> => ({ known: { signIn: signIn({ create: () => fail(error) }) }, play: () => begin() })
const refuseCode = (error: Error): Partial<Story> => ({
  at: '#/verify',
  known: { signIn: waitingSignIn('email_link', { attemptFirstFactor: () => fail(error) }) },
  play: () => fill('input[name=code]', '123456'),
})
/** Nobody can be asked. What tells so takes room when it comes. */
const outage = (failure: Error): Partial<Story> => ({ known: { phase: 'unreachable', failure }, moves: true })
const ada = user()
const signedIn = { sessions: [session('sess_1', ada)], session: session('sess_1', ada), user: ada }
const wrong = '.lk-card[data-state=start] .lk-formFieldErrorText__emailAddress'
const alert = '.lk-card[data-state=start] .lk-alert'
const busy = '.lk-formButtonPrimary[aria-busy=true]'

const named = { ...environment, identifiers: ['email_address', 'username'], username: { enabled: true, required: false } }
const masked = { strategy: 'email_code', emailAddressId: 'idn_1', safeIdentifier: 'a***@n***.test', primary: true }

/** Every state of signing in. */
export const signInStories: Readonly<Record<string, Story>> = {
  'sign-in': { element, ends: 'start' },
  'sign-in-development': { element, environment: { ...environment, instanceType: 'development' }, ends: 'start' },
  'sign-in-plain': { element, environment: { ...environment, applicationName: '', termsUrl: null, privacyUrl: null }, ends: 'start' },
  'sign-in-username': { element, environment: named, ends: 'start' },
  'sign-in-username-unknown': {
    element,
    environment: named,
    ends: wrong,
    known: { signIn: signIn({ create: () => fail(refusal('form_identifier_not_found', { paramName: 'identifier' })) }) },
    play: () => begin('ada_l'),
  },
  'sign-in-username-verify': {
    element,
    environment: named,
    at: '#/verify',
    known: { signIn: waitingSignIn('email_code', { identifier: 'ada_l', supportedFirstFactors: [masked] }) },
    ends: 'verify',
  },
  'sign-in-empty': { element, ends: wrong, play: () => begin('') },
  'sign-in-not-an-address': { element, ends: wrong, play: () => begin('ada') },
  'sign-in-unknown': { element, ends: wrong, ...refuseStart(refusal('form_identifier_not_found', { paramName: 'identifier' })) },
  'sign-in-banned': { element, ends: alert, ...refuseStart(refusal('user_banned', { status: 403 })) },
  'sign-in-unreachable': { element, ends: alert, ...refuseStart(new UnreachableError('x')) },
  'sign-in-server-away': { element, ends: alert, ...refuseStart(refusal('server_unreachable', { status: 502 })) },
  'sign-in-outage': { element, ends: alert, ...outage(new UnreachableError('x')) },
  'sign-in-outage-refused': { element, ends: alert, ...outage(refusal('proxy_request_invalid_secret_key', { status: 400 })) },
  'sign-in-cookies-blocked': {
    element,
    ends: alert,
    known: { clientId: null, signIn: signIn({ prepareFirstFactor: () => fail(refusal('resource_not_found', { status: 404 })) }) },
    play: () => begin(),
  },
  'sign-in-sending': {
    element,
    ends: `.lk-card[data-state=start] ${busy}`,
    known: { signIn: signIn({ create: never }) },
    play: () => begin(),
  },
  'sign-in-loading': { element, at: '#/verify', methods: { load: never }, ends: 'loading' },
  'sign-in-verify': { element, at: '#/verify', known: { signIn: waitingSignIn('email_link') }, ends: 'verify' },
  'sign-in-verify-code': { element, at: '#/verify', known: { signIn: waitingSignIn('email_code') }, ends: 'verify' },
  'sign-in-verify-half': {
    element,
    at: '#/verify',
    known: { signIn: waitingSignIn('email_link', { identifier: 'a.very.long.address.that.never.ends@mail.department.northwind.test' }) },
    play: () => fill('input[name=code]', '12 3'),
    ends: '.lk-card[data-state=verify] [data-active]:nth-child(4)',
  },
  'sign-in-verify-busy': {
    element,
    at: '#/verify',
    known: { signIn: waitingSignIn('email_link', { attemptFirstFactor: never }) },
    play: () => fill('input[name=code]', 'Your code is 123456'),
    ends: `.lk-card[data-state=verify] ${busy}`,
  },
  'sign-in-wrong-code': {
    element,
    ends: '.lk-card[data-state=verify] .lk-otpCodeFieldErrorText',
    ...refuseCode(refusal('form_code_incorrect', { paramName: 'code' })),
  },
  'sign-in-code-unreachable': { element, ends: '.lk-card[data-state=verify] .lk-alert', ...refuseCode(new UnreachableError('x')) },
  'sign-in-over': {
    element,
    ends: '.lk-card[data-state=verify] .lk-alertAction',
    ...refuseCode(refusal('resource_not_found', { status: 404 })),
  },
  'sign-in-resent': {
    element,
    at: '#/verify',
    known: {
      signIn: waitingSignIn('email_link', {
        firstFactorVerification: { status: 'unverified', strategy: 'email_link', expireAt: null, attempts: 0, verifiedAtClient: null },
      }),
    },
    play: () => click('.lk-formResendCodeLink'),
    ends: '.lk-card[data-state=verify] .lk-formResendNotice:not(:empty)',
  },
  'sign-in-expired': { element, ends: 'expired', ...refuseCode(refusal('verification_expired', { status: 400 })) },
  'sign-in-exhausted': { element, ends: 'exhausted', ...refuseCode(refusal('verification_failed', { status: 400 })) },
  'sign-in-locked': { element, ends: 'locked', ...refuseCode(refusal('user_locked', { status: 403, retryAfter: 2400 })) },
  'sign-in-methods': { element, at: '#/methods', known: { signIn: waitingSignIn('email_link') }, ends: 'methods' },
  'sign-in-ticket': { element, at: '?__latchkey_ticket=abc', ends: 'ticket' },
  'sign-in-landing': {
    element,
    at: '?__latchkey_status=verified&__latchkey_created_session=sess_1',
    methods: { load: never },
    ends: 'landing',
  },
  'sign-in-link-expired': { element, at: '?__latchkey_status=expired', ends: 'link-expired' },
  'sign-in-link-failed': { element, at: '?__latchkey_status=failed', ends: 'link-failed' },
  'sign-in-signed-in': { element, known: signedIn, ends: 'signed-in' },
  'sign-in-elsewhere': {
    element,
    at: '#/verify',
    known: { signIn: waitingSignIn('email_link') },
    ends: 'elsewhere',
    play: async (latchkey) => {
      await new Promise((done) => setTimeout(done, 50))
      latchkey.set(signedIn)
    },
  },
  'sign-in-done': {
    element,
    at: '#/verify',
    known: {
      signIn: waitingSignIn('email_link', {
        attemptFirstFactor: async () => signIn({ id: 'sia_1', status: 'complete', createdSessionId: 'sess_1' }),
      }),
    },
    methods: { setActive: never },
    play: () => fill('input[name=code]', '123-456'),
    ends: 'done',
  },
}
