import { foldDigits } from '@latchkey/protocol'

/** What is remembered of a one-time token and its code: both one-way. */
export interface OneTimeSecret {
  readonly tokenHash: string
  readonly codeMac: string
}

/** The MAC under which a code is stored; bound to its verification, so that it is good for no other. */
export function macOfCode(ports: OneTimePorts, verificationId: string, code: string, pepper = ports.pepper): string {
  return Buffer.from(ports.hmac(pepper, `stored\n${verificationId}\n${code}`)).toString('base64url')
}

/** `<token hash>.<code MAC>`, as stored. */
export function formatSecret(secret: OneTimeSecret): string {
  return `${secret.tokenHash}.${secret.codeMac}`
}

/** The inverse of {@link formatSecret}; `null` for a secret that is gone or not of this kind. */
export function parseSecret(text: string | null): OneTimeSecret | null {
  const [tokenHash, codeMac, ...rest] = text?.split('.') ?? []
  return tokenHash && codeMac && rest.length === 0 ? { tokenHash, codeMac } : null
}

/**
 * The six digits that belong to a link token: whoever holds the link can compute the code, and nothing reversible is stored.
 * Eight bytes of the MAC modulo 10^6: the bias is below 10^-12.
 */
export function deriveCode(ports: OneTimePorts, verificationId: string, token: string, pepper = ports.pepper): string {
  const mac = ports.hmac(pepper, `code\n${verificationId}\n${token}`)
  const number = new DataView(mac.buffer, mac.byteOffset, 8).getBigUint64(0)
  return String(number % 1_000_000n).padStart(6, '0')
}

const CODE = /(?<!\d)\d(?:[\s\p{Pd}\p{Cf}]?\d){5}(?!\d)/gu
const longest = 200

/**
 * The six digits in what was typed or pasted, of any script: `123 456`, `１２３-４５６`, `Your code is 123456`. `null` when there are
 * none, or several that could be meant: one request is one guess.
 */
export function parseCode(value: unknown): string | null {
  // No control characters but blanks; whoever sends them did not copy a code.
  if (typeof value !== 'string' || value.length > longest || /(?!\s)\p{Cc}/u.test(value)) return null
  const [found, ...others] = foldDigits(value).match(CODE) ?? []
  return found === undefined || others.length > 0 ? null : found.replaceAll(/\D/g, '')
}

/** What one-time secrets need of the machine. */
export interface OneTimePorts {
  /** 32 bytes or more from the system's generator. */
  random(length: number): Uint8Array
  hmac(key: Uint8Array, text: string): Uint8Array
  sha256(text: string): string
  equal(a: string, b: string): boolean
  /** Keyed by the deployment's secrets key, so that a stolen database does not give codes away. */
  readonly pepper: Uint8Array
  /** Those of other secrets keys, while one is being changed: codes that were sent before are still good. */
  readonly otherPeppers?: readonly Uint8Array[]
}
