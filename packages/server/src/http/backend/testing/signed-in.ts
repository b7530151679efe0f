import type { Customer } from './customer.ts'
import type { Visitor } from './visitor.ts'

/** A visitor whom a sign-in token has signed in. */
export async function signedIn(customer: Customer, userId: string): Promise<{ visitor: Visitor; sessionId: string; jwt: string }> {
  const visitor = customer.visitor()
  const { body: made } = await customer.call('POST', '/sign_in_tokens', { user_id: userId })
  const { status, body } = await visitor.ask('/client/sign_ins', { strategy: 'ticket', ticket: made.token })
  const sessionId = body.response?.created_session_id
  const jwt = body.client?.sessions.find(({ id }) => id === sessionId)?.last_active_token?.jwt
  if (!sessionId || !jwt) throw new Error(`Sign-in by ticket answered ${status}: ${JSON.stringify(body)}`)
  return { visitor, sessionId, jwt }
}

/** What a token says; who signed it is not asked. */
export function claimsOf(jwt: string): { readonly [claim: string]: unknown } {
  return JSON.parse(Buffer.from(jwt.split('.')[1]!, 'base64url').toString()) as { [claim: string]: unknown }
}
