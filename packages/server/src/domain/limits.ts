import { BODY_BYTES, type BucketName } from '@latchkey/protocol'
import type { InstanceType } from './instance.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** Every number that bounds guessing, sending and waiting. Milliseconds unless the name says otherwise. */
export const LIMITS = {
  /** Wrong or right, this many guesses are judged per attempt and factor; a resend does not reset them. */
  guessesPerVerification: 5,
  /** Guesses at one attempt that wait in a process while another is judged; further ones are refused at once. */
  guessesWaiting: 40,
  /** Of a network's refusals in a window so many are answered at once, the next ones later each; beyond `waiting`, at once again. */
  refusals: { atOnce: 5, windowMs: 10_000, delayMs: 1000, waiting: 5000 },
  /** Wrong guesses per user or target in the window before further ones are refused. */
  guessesPerTarget: { max: 10, windowMs: hour },
  /** Wrong guesses per network prefix in the window, on production instances. */
  guessesPerNetwork: { max: 100, windowMs: hour },
  /** Wrong guesses that one account makes at addresses it would like to have, whichever they are. */
  guessesPerAccount: { max: 20, windowMs: hour },
  /** Emails about what was done to an account, to one address. */
  noticesPerAddress: { max: 20, windowMs: day },
  /** How long such an email is worth sending. */
  noticeLifetimeMs: day,
  /** A second prepare within this time answers well and sends nothing. */
  resendAfterMs: 30 * second,
  /** How long a code, a link or a ticket of a mail is good. */
  oneTimeLifetimeMs: 10 * minute,
  signInAbandonMs: day,
  /** How long a proven first factor waits for the second. */
  secondFactorMs: 15 * minute,
  /** How long one may take to set up what one enrols. */
  enrolmentMs: 30 * minute,
  signUpAbandonMs: day,
  /** A new address waits a week for its proof. */
  identificationAbandonMs: 7 * day,
  unverifiedAddressesPerUser: 10,
  clientTokenGraceMs: 30 * second,
  clientCookieMs: 400 * day,
  sessionTokenMs: minute,
  handshakeNonceMs: minute,
  signInTokenDefaultMs: 30 * day,
  testingTokenMs: hour,
  /** A client that once signed this user in keeps its own guess bucket for so long. */
  knownDeviceMs: 90 * day,
  sessionsPerUser: 100,
  bodyBytes: BODY_BYTES,
  jsonDepth: 20,
} as const

/**
 * How long rows stay that nobody needs any more, from the time after the colon on. Users and their addresses stay until somebody
 * deletes them; whatever expires is judged when it is read, so a late janitor changes nothing but the size of the database.
 */
export const RETENTION = {
  /** Windows of limits: their end. */
  countersMs: 0,
  /** Tickets and tokens that work once: their expiry. */
  oneTimeMs: day,
  /** Sign-ins, sign-ups and addresses being added, with their verifications: the time they are given up. */
  attemptsMs: day,
  /** Messages that went out or never will: that moment. */
  outboxMs: 7 * day,
  /** Messages of the development inbox: their arrival. */
  inboxMs: 7 * day,
  /** Sessions: their expiry, ended before or not. As long as a device is known by them. */
  sessionsMs: 90 * day,
  /** Browsers and devices without a session, kept or gone: their last change. */
  clientsMs: 7 * day,
  /** The audit trail: the event. */
  auditMs: 365 * day,
  /** Revoked keys: their revocation. As long as the trail tells of it: one that is used later is refused like any unknown key. */
  revokedKeysMs: 365 * day,
  /** Server processes that were killed: their last sign of life. */
  processesMs: day,
} as const

/** How long rows stay. */
export type Retention = { readonly [Name in keyof typeof RETENTION]: number }

/** Messages, by what they are counted by. All that apply have to have room. */
export const SENDS = {
  production: {
    /** To one address, whoever asks; and by one device to the address of a user that signed in on it before, in place of these two. */
    targetHour: { max: 5, windowMs: hour },
    targetDay: { max: 10, windowMs: day },
    /** To the addresses that one account wants to add. */
    accountHour: { max: 10, windowMs: hour },
    accountDay: { max: 20, windowMs: day },
    /** Asked for from one network. */
    network: { max: 30, windowMs: hour },
    /** Asked for by everybody together whose address is not known, where nobody is signed in. */
    unknown: { max: 100, windowMs: 10 * minute },
  },
  /** Enough for a suite that signs in with one address again and again, and an end all the same. */
  development: {
    targetHour: { max: 500, windowMs: hour },
    targetDay: { max: 2000, windowMs: day },
    accountHour: { max: 500, windowMs: hour },
    accountDay: { max: 2000, windowMs: day },
    network: null,
    unknown: null,
  },
} as const satisfies { readonly [Type in InstanceType]: { readonly [Name in SendLimit]: Window | null } }

/** What messages are counted by. */
export type SendLimit = 'targetHour' | 'targetDay' | 'accountHour' | 'accountDay' | 'network' | 'unknown'

/** So many in a window that begins with the first. */
export interface Window {
  readonly max: number
  readonly windowMs: number
}

/**
 * Traffic limits on production instances: requests per window. Those of requests that write anyway are kept in the database and
 * hold across processes; the others are kept by each process for itself, so that a read stays one.
 */
export const TRAFFIC = {
  sign_in_create: { max: 5, windowMs: 10 * second, shared: true },
  sign_up_create: { max: 5, windowMs: 10 * second, shared: true },
  attempt: { max: 3, windowMs: 10 * second, shared: true },
  /** Everything else that writes. */
  write: { max: 100, windowMs: 10 * second, shared: false },
  token: { max: 60, windowMs: 10 * second, shared: false },
  backend: { max: 1000, windowMs: 10 * second, shared: false },
} as const satisfies { readonly [Name in BucketName]: { readonly max: number; readonly windowMs: number; readonly shared: boolean } }
