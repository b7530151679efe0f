import { Refusal } from '../../domain/refusal.ts'

/**
 * The operator key that a request must have.
 * @throws Refusal `authorization_header_format_invalid`, `operator_key_invalid` for anything else that a Bearer may be
 */
export function requireOperatorKey(authorization: string | null): string {
  const key = /^Bearer (op_(?:test|live)_[0-9a-f]{64})$/i.exec(authorization ?? '')?.[1]
  if (key !== undefined) return key
  throw new Refusal(/^Bearer \S+$/i.test(authorization ?? '') ? 'operator_key_invalid' : 'authorization_header_format_invalid')
}
