import { createHash } from 'node:crypto'
import { type SessionClaims, clientConfirmation } from '@latchkey/protocol'

/** What a token says, without looking at its signature. */
export function claimsOf(token: string): SessionClaims {
  return JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as SessionClaims
}

/** What binds a session token to this client token. */
export function bindingOf(clientToken: string): string {
  return clientConfirmation(createHash('sha256').update(clientToken).digest())
}
