import type { EventDetails, EventType } from '@latchkey/protocol'
import { localTime } from '../platform/local-time.ts'

type Words = { readonly [Type in EventType]: (detail: EventDetails[Type]) => string }

const named = (name: string, last4: string, kind = 'secret key') => `${kind} "${name}" (…${last4})`
const plain = (name: string) => name.replaceAll('_', ' ')
/** Codes whose name says nothing to a reader. */
const REASONS: { readonly [code: string]: string } = { form_code_incorrect: 'wrong code' }
const reason = (code: string) => REASONS[code] ?? plain(code)
const many = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`
const by = (strategy: string | undefined) => (strategy === undefined ? '' : ` by ${plain(strategy)}`)

interface Failed {
  readonly strategy: string
  readonly code: string
  readonly guesses: number
}
const failed =
  (what: string) =>
  ({ strategy, code, guesses }: Failed) =>
    `${what} by ${plain(strategy)} failed: ${reason(code)}, guess ${guesses}`

interface Refused {
  readonly code: string
  readonly times: number
}
const refused =
  (what: string) =>
  ({ code, times }: Refused) =>
    `${what} refused ${times === 1 ? 'once' : `${times} times`} in a minute: ${reason(code)}`

const WHOSE = {
  user: 'this user',
  device: 'this device',
  account: 'this account',
  network: 'this network',
}

const written = (value: unknown) => (value === '' ? 'nothing' : String(value))

const WORDS: Words = {
  'application.created': ({ name, type }) => `Created the application "${name}" for ${type}`,
  'settings.updated': ({ changes }) =>
    `Changed settings: ${changes.map(({ name, from, to }) => `${name} from ${written(from)} to ${written(to)}`).join(', ')}`,
  'allowed_origin.created': ({ origin }) => `Allowed browsers to call from ${origin}`,
  'allowed_origin.deleted': ({ origin }) => `No longer allowed browsers to call from ${origin}`,

  'user.created': () => 'Signed up',
  'user.updated': ({ fields }) => `Changed the profile: ${fields.map(plain).join(', ')}`,
  'user.deleted': () => 'Deleted the account',
  'user.banned': ({ sessions }) => `Banned the user and ended ${many(sessions, 'session')}`,
  'user.unbanned': () => 'Lifted the ban',
  'user.locked': () => 'Locked the user',
  'user.unlocked': () => 'Unlocked the user',

  'credential.created': ({ strategy }) => `Set up ${plain(strategy)}`,
  'credential.deleted': ({ strategy }) => `Removed ${plain(strategy)}`,
  'session.reverified': ({ sessionId, strategy, secondStrategy }) =>
    [
      `Confirmed who they are in the session ${sessionId}${by(strategy)}`,
      ...(secondStrategy === undefined ? [] : [plain(secondStrategy)]),
    ].join(' and '),
  'email_address.created': ({ id, verified }) => `Added the email ${id}, ${verified ? 'verified' : 'not verified yet'}`,
  'email_address.verified': ({ id, strategy }) => `Verified the email ${id}${by(strategy)}`,
  'email_address.updated': ({ id, fields }) => `Changed the email ${id}: ${fields.map(plain).join(', ')}`,
  'email_address.deleted': ({ id }) => `Removed the email ${id}`,

  'username.created': ({ id }) => `Chose the username ${id}`,
  'username.verified': ({ id }) => `Verified the username ${id}`,
  'username.updated': ({ id }) => `Changed the username ${id}`,
  'username.deleted': ({ id }) => `Removed the username ${id}`,
  'username.failed': failed('Choosing a username'),
  'username.refused': refused('Choosing a username'),

  'session.created': ({ sessionId, strategy, secondStrategy }) =>
    `Signed in${by(strategy)}${secondStrategy === undefined ? '' : ` and${by(secondStrategy)}`} (${sessionId})`,
  'session.ended': ({ sessionIds }) => `Signed out (${sessionIds.join(', ')})`,
  'session.removed': ({ sessionIds }) => `Signed out and forgot ${sessionIds.join(', ')}`,
  'session.revoked': ({ sessionIds }) => `Signed out elsewhere: ${sessionIds.join(', ')}`,
  'session.token_created': ({ sessionId, seconds }) => `Made a token that is good for ${many(seconds, 'second')} (${sessionId})`,

  'sign_in.first_factor_verified': ({ strategy }) => `Proved the first factor of a sign-in${by(strategy)}; the second is still to come`,
  'sign_in.failed': failed('Sign-in'),
  'sign_up.failed': failed('Sign-up'),
  'reverification.failed': failed('Confirming who they are'),
  'email_address.failed': failed('Verifying an email'),
  'guesses.locked': ({ scope, until }) => `Too many wrong codes: none is judged for ${WHOSE[scope] ?? scope} until ${localTime(until)}`,
  'sign_in.refused': refused('Sign-in'),
  'sign_up.refused': refused('Sign-up'),
  'reverification.refused': refused('Confirming who they are'),
  'email_address.refused': refused('Verifying an email'),
  'message.refused': refused('Sending an email'),
  'request.refused': refused('A request'),

  'client.token_replayed': ({ sessionIds }) =>
    `A replaced token came back, so somebody has a copy of it: signed out ${sessionIds.length === 0 ? 'nobody' : sessionIds.join(', ')}`,

  'sign_in_token.created': ({ id }) => `Made the sign-in token ${id}`,
  'sign_in_token.revoked': ({ id }) => `Revoked the sign-in token ${id}`,
  'testing_token.created': ({ id }) => `Made the testing token ${id}`,

  'secret_key.created': ({ name, last4 }) => `Created the ${named(name, last4)}`,
  'secret_key.used': ({ name, last4 }) => `Used the ${named(name, last4)}, for the first time in a day`,
  'secret_key.rotated': ({ name, last4, replacedBy, expiresAt }) =>
    `Replaced the ${named(name, last4)} by ${replacedBy}: it works until ${localTime(expiresAt)}`,
  'secret_key.refused': refused('A revoked secret key'),
  'secret_key.revoked': ({ name, last4 }) => `Revoked the ${named(name, last4)}`,
  'operator_key.created': ({ name, last4 }) => `Created the ${named(name, last4, 'operator key')}`,
  'operator_key.used': ({ name, last4 }) => `Used the ${named(name, last4, 'operator key')}, for the first time in a day`,
  'operator_key.refused': refused('A revoked operator key'),
  'operator_key.revoked': ({ name, last4 }) => `Revoked the ${named(name, last4, 'operator key')}`,
  'signing_key.created': ({ kid, status }) => `Made the signing key ${kid}, ${status === 'next' ? 'which will sign next' : status}`,
  'signing_key.activated': ({ kid }) => `The signing key ${kid} signs from now on`,
  'signing_key.retired': ({ kid }) => `The signing key ${kid} signs no longer, and is still published`,
  'signing_key.revoked': ({ kid, reason }) =>
    `The signing key ${kid} is published no longer${reason === 'emergency' ? ': it was revoked' : ', since its last token is over'}`,
  'secrets_key.rotated': ({ rows }) => `Sealed ${many(rows, 'stored secret')} again with another secrets key`,
}

/** The names of all events. */
export const EVENT_TYPES = Object.keys(WORDS) as readonly EventType[]

/** What happened, in words. A row of another version, whose details are others, is told by what stands in it. */
export function eventWords(type: string, detail: object): string {
  const words = Object.hasOwn(WORDS, type) ? (WORDS[type as EventType] as (detail: object) => string) : null
  try {
    const told = words?.(detail)
    if (told !== undefined && !/\bundefined\b|Invalid/.test(told)) return told
  } catch {
    // Told below.
  }
  return Object.entries(detail)
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('  ')
}
