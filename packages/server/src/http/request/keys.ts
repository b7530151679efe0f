import { Refusal } from '../../domain/refusal.ts'

/** The secret key in an `Authorization` header, or `null` when it holds something else or nothing. */
export function readSecretKey(authorization: string | null): string | null {
  return /^Bearer (sk_(?:test|live)_[\w-]{1,200})$/i.exec(authorization ?? '')?.[1] ?? null
}

/**
 * The secret key a Backend API request must have.
 * @throws Refusal `authorization_header_format_invalid`, `clerk_key_invalid`
 */
export function requireSecretKey(authorization: string | null): string {
  const key = readSecretKey(authorization)
  if (key !== null) return key
  throw new Refusal(/^Bearer \S+$/i.test(authorization ?? '') ? 'clerk_key_invalid' : 'authorization_header_format_invalid')
}

/**
 * The operator key that a request must have.
 * @throws Refusal `authorization_header_format_invalid`, `operator_key_invalid` for anything else that a Bearer may be
 */
export function requireOperatorKey(authorization: string | null): string {
  const key = /^Bearer (op_(?:test|live)_[0-9a-f]{64})$/i.exec(authorization ?? '')?.[1]
  if (key !== undefined) return key
  throw new Refusal(/^Bearer \S+$/i.test(authorization ?? '') ? 'operator_key_invalid' : 'authorization_header_format_invalid')
}
