import type { OneTimePorts } from './ports.ts'

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
