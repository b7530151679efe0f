import { claiming, email } from '../../domain/testing/email.ts'
import type { Attempt, AttemptKind, AttemptStates, Verification } from '../../domain/attempt.ts'
import type { Client } from '../../domain/client.ts'
import type { Credential } from '../../domain/credential.ts'
import type { Identification } from '../../domain/identification.ts'
import type { Session } from '../../domain/session.ts'
import type { User } from '../../domain/user.ts'

/** When a test takes place, epoch milliseconds. */
export const NOW = 1_800_000_000_000

const states: AttemptStates = {
  sign_in: { identifier: null, userId: null, firstFactor: null, createdSessionId: null },
  sign_up: {
    ...claiming(null),
    firstName: null,
    lastName: null,
    unsafeMetadata: {},
    externalAccount: null,
    legalAcceptedAt: null,
    locale: null,
    createdUserId: null,
    createdSessionId: null,
  },
  identification: { identifier: email('new@example.com') },
  reverification: { sessionId: 'sess_1', userId: 'user_1', level: 'first_factor', firstFactor: null, completedAt: null },
}

let ids = 0

/** An id that no other test has, later ones sorting after earlier ones. */
export function newId(prefix: string): string {
  return `${prefix}_${String(++ids).padStart(8, '0')}`
}

/** A user about whom nothing is known but what is given. */
export function aUser(given: Partial<User> = {}): User {
  return {
    id: newId('user'),
    externalId: null,
    firstName: null,
    lastName: null,
    locale: null,
    primaries: { email_address: null, username: null },
    publicMetadata: {},
    privateMetadata: {},
    unsafeMetadata: {},
    banned: false,
    lockedUntil: null,
    deleteSelfEnabled: true,
    lastSignInAt: null,
    lastActiveAt: null,
    legalAcceptedAt: null,
    createdAt: NOW,
    updatedAt: NOW,
    ...given,
  }
}

/** A proven address of a user. */
export function anIdentification(userId: string, value: string, given: Partial<Identification> = {}): Identification {
  return { id: newId('idn'), userId, type: 'email_address', value, provenBy: 'email_code', createdAt: NOW, updatedAt: NOW, ...given }
}

/** Something a user has enrolled. */
export function aCredential(userId: string, given: Partial<Credential> = {}): Credential {
  return { id: newId('cred'), userId, type: 'riddle', data: 'sealed', handle: null, name: null, createdAt: NOW, lastUsedAt: null, ...given }
}

/** A client that did nothing yet. */
export function aClient(given: Partial<Client> = {}): Client {
  return {
    id: newId('client'),
    tokenHash: 'hash',
    prevTokenHash: null,
    prevUntil: null,
    prevOutgrown: false,
    signInId: null,
    signUpId: null,
    lastActiveSessionId: null,
    createdAt: NOW,
    updatedAt: NOW,
    ...given,
  }
}

/** An active session, good for a minute. */
export function aSession(clientId: string, userId: string, given: Partial<Session> = {}): Session {
  return {
    id: newId('sess'),
    clientId,
    userId,
    status: 'active',
    expireAt: NOW + 60_000,
    abandonAt: NOW + 120_000,
    lastActiveAt: NOW,
    firstFactorAt: NOW,
    secondFactorAt: null,
    activity: { ipAddress: '192.0.2.1', userAgent: 'Test/1' },
    createdAt: NOW,
    updatedAt: NOW,
    ...given,
  }
}

/** An open attempt with nothing prepared, good for a minute. */
export function anAttempt<Kind extends AttemptKind>(kind: Kind, given: Partial<Attempt<Kind>> = {}): Attempt<Kind> {
  return {
    id: newId('att'),
    kind,
    clientId: 'client_1',
    userId: null,
    decoy: false,
    state: states[kind],
    version: 1,
    status: 'open',
    abandonAt: NOW + 60_000,
    createdAt: NOW,
    updatedAt: NOW,
    verifications: {},
    ...given,
  }
}

/** A code just sent, good for a minute. */
export function aVerification(given: Partial<Verification> = {}): Verification {
  return {
    id: newId('ver'),
    strategy: 'email_code',
    target: email('someone@example.com'),
    secret: 'secret',
    guesses: 0,
    sends: 1,
    sentAt: NOW,
    expiresAt: NOW + 60_000,
    consumedAt: null,
    verifiedByClientId: null,
    disclosed: null,
    redirectUrl: null,
    requestedFrom: { ipAddress: '192.0.2.1', userAgent: 'Test/1' },
    ...given,
  }
}
