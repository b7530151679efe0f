import { STRATEGIES } from '@latchkey/protocol'
import type { Enrolment } from '../enrolment.ts'
import type { Strategy, Subject } from '../strategy.ts'

/** What it needs of the machine. */
export interface BackupCodePorts {
  random(length: number): Uint8Array
  sha256(text: string): string
  equal(a: string, b: string): boolean
}

/** What is kept of somebody's codes: each as its hash, with a salt of theirs, and gone once it was used. */
interface KeptCodes {
  readonly salt: string
  readonly hashes: readonly string[]
}

/** How many one is given. */
export const BACKUP_CODES = 10

/** Nothing that looks like something else; thirty of them, so that ten make 49 bits. */
const LETTERS = '23456789abcdefghjkmnpqrstvwxyz'
const LENGTH = 10

/** Codes on paper, for when the second factor is lost. Each is good once. */
export function backupCode(ports: BackupCodePorts): Strategy<string> {
  return {
    name: 'backup_code',
    traits: STRATEGIES.backup_code,
    param: 'code',
    offers: ({ credentials, enabled }) =>
      credentials.length > 0 && enabled.includes('backup_code') ? [{ strategy: 'backup_code', identification: null }] : [],
    parse: (body) => parseBackupCode(body.code),
    attempt(subject, _secret, code) {
      for (const { id: credentialId, userId, kept } of codesOf(subject)) {
        const left = withoutCode(ports, kept, code)
        if (left.length === kept.hashes.length) continue
        return {
          ok: true,
          proofs: [{ type: 'credential', userId, credentialId, amr: 'otp', assurance: 'second' }],
          remember: JSON.stringify({ ...kept, hashes: left } satisfies KeptCodes),
        }
      }
      return { ok: false, code: 'form_code_incorrect', param: 'code' }
    },
    enrolment: enrolment(ports),
  }
}

/** They are there as soon as they are told, and nobody is shown them again. */
function enrolment(ports: BackupCodePorts): Enrolment<null> {
  return {
    atOnce: true,
    needsAnother: true,
    begin() {
      const salt = Buffer.from(ports.random(16)).toString('base64url')
      const codes = Array.from({ length: BACKUP_CODES }, () => newCode(ports))
      const kept: KeptCodes = { salt, hashes: codes.map((code) => hashOf(ports, salt, code)) }
      const shown = codes.map((code) => `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`)
      return { secret: JSON.stringify(kept), disclosed: { type: 'challenge', challenge: shown.join('\n') } }
    },
    parse: () => null,
    finish: (_who, secret) =>
      secret === null ? { ok: false, code: 'form_code_incorrect', param: 'code' } : { ok: true, data: secret, handle: null, name: null },
    list: (credentials) => credentials.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt })),
    remove: (id) => [id],
  }
}

function codesOf({ credentials }: Subject) {
  return credentials.map(({ id, userId, data }) => ({ id, userId, kept: JSON.parse(data) as KeptCodes }))
}

/** What is left when a code is used; all of it when it is none of them. Each is compared, whichever it is. */
function withoutCode(ports: BackupCodePorts, { salt, hashes }: KeptCodes, code: string): readonly string[] {
  const given = hashOf(ports, salt, code)
  return hashes.filter((hash) => !ports.equal(hash, given))
}

function hashOf({ sha256 }: BackupCodePorts, salt: string, code: string): string {
  return sha256(`${salt} ${code}`)
}

/** Five bits make a letter, and those that make none are thrown away: no letter is likelier than another. */
function newCode({ random }: BackupCodePorts): string {
  return Array.from(random(8 * LENGTH), (byte) => LETTERS[byte & 31])
    .join('')
    .slice(0, LENGTH)
}

const longest = 100

/** A code as it was typed, whatever its case and its gaps; `null` for what is none. */
function parseBackupCode(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > longest) return null
  const code = value
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{Pd}\p{Cf}]/gu, '')
  return new RegExp(`^[${LETTERS}]{${LENGTH}}$`).test(code) ? code : null
}
