import { claiming, email } from '../../domain/testing/email.ts'
import type { Attempt, IdentificationState, SignInState, SignUpState, Verification } from '../../domain/attempt.ts'
import type { Client } from '../../domain/client.ts'
import type { Identification } from '../../domain/identification.ts'
import type { Session } from '../../domain/session.ts'
import type { User, UserView } from '../../domain/user.ts'
import type { ClientView, SignInView, SignUpView } from '../../domain/view.ts'

/** The moment at which the tests of this folder happen. */
export const NOW = 1_800_000_000_000

const minute = 60_000

/** A code that was sent a minute ago and is good for nine more. */
export function aVerification(fields: Partial<Verification> = {}): Verification {
  return {
    id: 'ver_1',
    strategy: 'email_code',
    target: email('ada@example.com'),
    secret: 'SECRET',
    guesses: 0,
    sends: 1,
    sentAt: NOW - minute,
    expiresAt: NOW + 9 * minute,
    consumedAt: null,
    verifiedByClientId: null,
    disclosed: null,
    redirectUrl: 'https://app.example.com/REDIRECT',
    requestedFrom: { ipAddress: '192.0.2.1', userAgent: 'AGENT' },
    ...fields,
  }
}

/** A proven address. */
export function anIdentification(fields: Partial<Identification> = {}): Identification {
  return {
    id: 'idn_1',
    userId: 'user_1',
    type: 'email_address',
    value: 'ada@example.com',
    provenBy: 'email_code',
    createdAt: NOW - 4,
    updatedAt: NOW - 3,
    ...fields,
  }
}

/** A person with everything filled in. */
export function aUser(fields: Partial<User> = {}): User {
  return {
    id: 'user_1',
    externalId: 'ext_1',
    firstName: 'Ada',
    lastName: 'Lovelace',
    locale: 'en-GB',
    primaries: { email_address: 'idn_1', username: null },
    publicMetadata: { plan: 'pro', nested: { camelCase: true } },
    privateMetadata: { note: 'PRIVATE' },
    unsafeMetadata: { theme: 'dark' },
    banned: false,
    lockedUntil: null,
    deleteSelfEnabled: true,
    lastSignInAt: NOW - 2,
    lastActiveAt: NOW - 1,
    legalAcceptedAt: null,
    createdAt: NOW - 6,
    updatedAt: NOW - 5,
    ...fields,
  }
}

/** A person with one proven address. */
export function aUserView(fields: Partial<UserView> = {}): UserView {
  return { user: aUser(), identifications: [anIdentification()], pending: [], enrolled: [], ...fields }
}

/** A live session, ten minutes old. */
export function aSession(fields: Partial<Session> = {}): Session {
  return {
    id: 'sess_1',
    clientId: 'client_1',
    userId: 'user_1',
    status: 'active',
    expireAt: NOW + 60 * minute,
    abandonAt: NOW + 120 * minute,
    lastActiveAt: NOW - minute,
    firstFactorAt: NOW - 10 * minute,
    secondFactorAt: null,
    activity: { ipAddress: '192.0.2.1', userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0' },
    createdAt: NOW - 10 * minute,
    updatedAt: NOW - minute,
    ...fields,
  }
}

const attempt = {
  clientId: 'client_1',
  userId: null,
  decoy: false,
  version: 1,
  status: 'open',
  abandonAt: NOW + 60 * minute,
  createdAt: NOW - minute,
  updatedAt: NOW - minute,
  verifications: {},
} as const

/** A sign-in in the middle of its first factor. */
export function aSignIn(state: Partial<SignInState> = {}, fields: Partial<Attempt<'sign_in'>> = {}): Attempt<'sign_in'> {
  const known = { identifier: email('ada@example.com'), userId: 'user_1', firstFactor: null, createdSessionId: null, ...state }
  return { ...attempt, id: 'sia_1', kind: 'sign_in', state: known, ...fields }
}

/** A sign-up with an address that is not proven. */
export function aSignUp(state: Partial<SignUpState> = {}, fields: Partial<Attempt<'sign_up'>> = {}): Attempt<'sign_up'> {
  const known: SignUpState = {
    ...claiming('ada@example.com'),
    firstName: 'Ada',
    lastName: null,
    unsafeMetadata: { theme: 'dark' },
    externalAccount: null,
    legalAcceptedAt: null,
    locale: null,
    createdUserId: null,
    createdSessionId: null,
    ...state,
  }
  return { ...attempt, id: 'sua_1', kind: 'sign_up', state: known, ...fields }
}

/** An address being added. */
export function aPendingAddress(
  state: Partial<IdentificationState> = {},
  fields: Partial<Attempt<'identification'>> = {},
): Attempt<'identification'> {
  const known = { identifier: email('ada@work.example'), ...state }
  return { ...attempt, id: 'idn_2', kind: 'identification', userId: 'user_1', state: known, ...fields }
}

/** A sign-in as it is shown. */
export function aSignInView(fields: Partial<SignInView> = {}): SignInView {
  const identification = { id: 'idn_1', type: 'email_address', value: 'ada@example.com', primary: true } as const
  return {
    attempt: aSignIn(),
    status: 'needs_first_factor',
    identifiers: ['email_address'],
    user: aUserView(),
    offers: [
      { strategy: 'email_link', identification },
      { strategy: 'email_code', identification },
    ],
    secondOffers: null,
    ...fields,
  }
}

/** A sign-up as it is shown. */
export function aSignUpView(fields: Partial<SignUpView> = {}): SignUpView {
  return {
    attempt: aSignUp(),
    requirements: { required: ['email_address'], optional: ['first_name', 'last_name'], missing: [], unverified: ['email_address'] },
    strategies: { email_address: ['email_code', 'email_link'], username: [] },
    ...fields,
  }
}

/** A browser. */
export function aClient(fields: Partial<Client> = {}): Client {
  return {
    id: 'client_1',
    tokenHash: 'HASH',
    prevTokenHash: 'OLDHASH',
    prevUntil: NOW,
    prevOutgrown: false,
    signInId: 'sia_1',
    signUpId: 'sua_1',
    lastActiveSessionId: 'sess_1',
    createdAt: NOW - 8,
    updatedAt: NOW - 7,
    ...fields,
  }
}

/** A browser with one session and both attempts. */
export function aClientView(fields: Partial<ClientView> = {}): ClientView {
  return {
    client: aClient(),
    sessions: [{ session: aSession(), user: aUserView(), token: 'header.payload.signature' }],
    signIn: aSignInView({ attempt: aSignIn({}, { verifications: { first_factor: aVerification() } }) }),
    signUp: aSignUpView({ attempt: aSignUp({}, { verifications: { email_address: aVerification() } }) }),
    ...fields,
  }
}
