import { STRATEGIES } from '@latchkey/protocol'
import type { Enrolled, Enrolment } from '../enrolment.ts'
import { parseCode } from '../one-time/secret.ts'
import type { Strategy, Subject } from '../strategy.ts'
import { fromBase32, type HmacSha1, KEY_BYTES, keyUri, passwordOf, stepAt, toBase32 } from './one-time-password.ts'

/** What it needs of the machine. */
export interface TotpPorts {
  /** Epoch milliseconds. */
  now(): number
  random(length: number): Uint8Array
  readonly hmacSha1: HmacSha1
  equal(a: string, b: string): boolean
}

/** What is kept of an app: its key, and the last step that a password was taken of, so that none counts twice. */
interface KeptApp {
  readonly secret: string
  readonly lastStep: number
}

/** Six digits of an authenticator app. */
export function totp(ports: TotpPorts): Strategy<string> {
  return {
    name: 'totp',
    traits: STRATEGIES.totp,
    param: 'code',
    offers: ({ credentials, enabled }) =>
      credentials.length > 0 && enabled.includes('totp') ? [{ strategy: 'totp', identification: null }] : [],
    parse: (body) => parseCode(body.code),
    attempt(subject, _secret, code) {
      for (const { id: credentialId, userId, kept } of appsOf(subject)) {
        const step = stepOf(ports, kept, code)
        if (step === null) continue
        return {
          ok: true,
          proofs: [{ type: 'credential', userId, credentialId, amr: 'otp', assurance: 'second' }],
          remember: JSON.stringify({ ...kept, lastStep: step } satisfies KeptApp),
        }
      }
      return { ok: false, code: 'form_code_incorrect', param: 'code' }
    },
    enrolment: enrolment(ports),
  }
}

/** One begins with a key that is shown, and has enrolled once a password of it was typed: who lost the app half-way is not locked out. */
function enrolment(ports: TotpPorts): Enrolment<string> {
  return {
    onlyOne: 'totp_already_enabled',
    begin({ issuer, label }) {
      const secret = toBase32(ports.random(KEY_BYTES))
      return { secret, disclosed: { type: 'challenge', challenge: keyUri({ issuer, label, secret }) } }
    },
    parse: (body) => parseCode(body.code),
    finish(_who, secret, code): Enrolled {
      const step = secret === null ? null : stepOf(ports, { secret, lastStep: -1 }, code)
      if (step === null) return { ok: false, code: 'form_code_incorrect', param: 'code' }
      return { ok: true, data: JSON.stringify({ secret: secret!, lastStep: step } satisfies KeptApp), handle: null, name: null }
    },
    list: (credentials) => credentials.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt })),
    remove: (id) => [id],
  }
}

function appsOf({ credentials }: Subject) {
  return credentials.map(({ id, userId, data }) => ({ id, userId, kept: JSON.parse(data) as KeptApp }))
}

/**
 * The step that a password is of: now, or one step to either side, as clocks of phones go. `null` for a wrong one, and for one of a step
 * that was used or passed. Every step is looked at, so that the time it takes tells nothing.
 * @see RFC 6238 section 5.2
 */
function stepOf({ now, hmacSha1, equal }: TotpPorts, { secret, lastStep }: KeptApp, code: string): number | null {
  const key = fromBase32(secret)
  if (key === null) return null
  const today = stepAt(now())
  const found = [today - 1, today, today + 1].filter((step) => equal(passwordOf(hmacSha1, key, step), code) && step > lastStep)
  return found[0] ?? null
}
