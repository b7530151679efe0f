import { Refusal } from '../../domain/refusal.ts'
import type { FrontendCall } from '../call.ts'

/** Is the caller proven by the token that its client has now? Tokens are minted and changes are made for nobody else. */
export function isCurrent({ proof = 'current' }: Pick<FrontendCall, 'proof'>): boolean {
  return proof === 'current'
}

/** @throws Refusal `signed_out` when the caller's token was replaced */
export function requireCurrent(call: Pick<FrontendCall, 'proof'>): void {
  if (!isCurrent(call)) throw new Refusal('signed_out')
}
