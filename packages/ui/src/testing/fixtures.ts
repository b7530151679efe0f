import {
  DEFAULT_ENVIRONMENT,
  type EmailAddressResource,
  type Environment,
  type ReverificationResource,
  type SessionResource,
  type SignInResource,
  type SignUpResource,
  type UserResource,
} from '@latchkey/js'

/** Far enough away that no code on a picture has run out, and the same on every run. */
export const LATER = new Date('2099-01-01T00:00:00Z')
const EARLIER = new Date('2026-11-02T09:00:00Z')

/** Settings of an application that has everything. */
export const environment: Environment = {
  ...DEFAULT_ENVIRONMENT,
  applicationName: 'Northwind',
  termsUrl: 'https://northwind.test/terms',
  privacyUrl: 'https://northwind.test/privacy',
  supportEmail: 'help@northwind.test',
}

const proven = { status: 'verified', strategy: 'email_code', expireAt: null, attempts: 1, verifiedAtClient: null } as const

/** An address. */
export function emailAddress(id: string, address: string, more: Partial<EmailAddressResource> = {}): EmailAddressResource {
  const self: EmailAddressResource = {
    id,
    emailAddress: address,
    verification: proven,
    prepareVerification: async () => self,
    attemptVerification: async () => self,
    destroy: async () => {},
    toString: () => address,
    ...more,
  }
  return self
}

/** Somebody. */
export function user(more: Partial<UserResource> = {}): UserResource {
  const primary = emailAddress('idn_1', 'ada.lovelace@northwind.test')
  const self: UserResource = {
    id: 'user_2ada',
    firstName: 'Ada',
    lastName: 'Lovelace',
    fullName: 'Ada Lovelace',
    username: null,
    imageUrl: '',
    hasImage: false,
    primaryEmailAddressId: 'idn_1',
    primaryEmailAddress: primary,
    emailAddresses: [primary],
    publicMetadata: {},
    unsafeMetadata: {},
    externalId: null,
    lastSignInAt: EARLIER,
    deleteSelfEnabled: true,
    createdAt: EARLIER,
    updatedAt: EARLIER,
    update: async () => self,
    createEmailAddress: async ({ email }) => emailAddress('idn_new', email),
    getSessions: async () => [],
    delete: async () => {},
    reload: async () => self,
    ...more,
  }
  return self
}

/** A session of somebody. */
export function session(id: string, of: UserResource): SessionResource {
  const times = { expireAt: LATER, lastActiveAt: EARLIER, createdAt: EARLIER, updatedAt: EARLIER }
  return {
    id,
    status: 'active',
    user: of,
    ...times,
    getToken: async () => 'token',
    end: async () => {},
    call: () => Promise.reject(new Error('Nobody answers')),
  }
}

/** A question who is there, answered by whatever is sent to an address of theirs. */
export function reverification(more: Partial<ReverificationResource> = {}): ReverificationResource {
  const prove = async () => reverification({ ...more, status: 'complete' })
  const self: ReverificationResource = {
    status: 'needs_first_factor',
    level: 'first_factor',
    supportedFirstFactors: [
      { strategy: 'email_code', emailAddressId: 'idn_1', safeIdentifier: 'a***@northwind.test', primary: true },
      { strategy: 'email_code', emailAddressId: 'idn_2', safeIdentifier: 'w***@northwind.test', primary: false },
    ],
    supportedSecondFactors: [],
    prepareFirstFactor: async () => self,
    attemptFirstFactor: prove,
    prepareSecondFactor: async () => self,
    attemptSecondFactor: prove,
    ...more,
  }
  return self
}

const unproven = { status: null, strategy: null, expireAt: null, attempts: null, verifiedAtClient: null } as const

/** A sign-in; by itself one that was not begun. */
export function signIn(more: Partial<SignInResource> = {}): SignInResource {
  const self: SignInResource = {
    id: undefined,
    status: null,
    identifier: null,
    userData: null,
    supportedFirstFactors: [],
    firstFactorVerification: unproven,
    createdSessionId: null,
    abandonAt: null,
    create: async () => self,
    prepareFirstFactor: async () => self,
    attemptFirstFactor: async () => self,
    reload: async () => self,
    ...more,
  }
  return self
}

/** A sign-up; by itself one that was not begun. */
export function signUp(more: Partial<SignUpResource> = {}): SignUpResource {
  const self: SignUpResource = {
    id: undefined,
    status: null,
    requiredFields: [],
    optionalFields: [],
    missingFields: [],
    unverifiedFields: [],
    emailAddress: null,
    username: null,
    firstName: null,
    lastName: null,
    verifications: { emailAddress: null },
    createdSessionId: null,
    createdUserId: null,
    abandonAt: null,
    create: async () => self,
    update: async () => self,
    prepareVerification: async () => self,
    attemptVerification: async () => self,
    prepareEmailAddressVerification: async () => self,
    attemptEmailAddressVerification: async () => self,
    reload: async () => self,
    ...more,
  }
  return self
}

/** A sign-in that waits for a code. @param strategy the one whose mail was sent */
export function waitingSignIn(strategy: string, more: Partial<SignInResource> = {}): SignInResource {
  return signIn({
    id: 'sia_1',
    status: 'needs_first_factor',
    identifier: 'ada.lovelace@northwind.test',
    firstFactorVerification: { status: 'unverified', strategy, expireAt: LATER, attempts: 0, verifiedAtClient: null },
    ...more,
  })
}

/** A sign-up that waits for a code. */
export function waitingSignUp(more: Partial<SignUpResource> = {}): SignUpResource {
  const strategy = 'email_link'
  return signUp({
    id: 'sua_1',
    status: 'missing_requirements',
    emailAddress: 'ada.lovelace@northwind.test',
    unverifiedFields: ['email_address'],
    verifications: {
      emailAddress: {
        status: 'unverified',
        strategy,
        expireAt: LATER,
        attempts: 0,
        verifiedAtClient: null,
        nextAction: 'needs_attempt',
        supportedStrategies: [strategy],
      },
    },
    ...more,
  })
}
