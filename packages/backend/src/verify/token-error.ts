import type { SessionTokenFlaw } from '@latchkey/protocol'

/**
 * Why a token lets nobody in. Besides what its claims are: `unknown_key` (none of the instance's keys signed it), `signature`,
 * `keys_unavailable` (the server could not be asked for its keys), `client` (it belongs to another browser, or to one at all
 * where none is expected), `pending` (signed in, with something left to do).
 */
export type TokenFlaw = SessionTokenFlaw | 'unknown_key' | 'signature' | 'keys_unavailable' | 'client' | 'pending'

const SENTENCES: { readonly [Flaw in TokenFlaw]: string } = {
  malformed: 'The token is not a session token of Latchkey.',
  category: 'The token is not a session token.',
  unknown_key: "The token was signed by a key that is not the instance's.",
  signature: 'The signature of the token is wrong.',
  keys_unavailable: 'The keys of the instance could not be fetched: check that the Latchkey server is running and can be reached.',
  expired: 'The token has expired: ask for a new one.',
  not_yet_valid: 'The token is not valid yet: compare the clocks of the machines.',
  issued_in_future: 'The token was issued in the future: compare the clocks of the machines.',
  issuer: 'The token was issued by another instance: check the publishable key.',
  authorized_party: 'The token was made for another app: check authorizedParties.',
  client: "The token belongs in a browser's cookie and must not be sent: use getToken() instead.",
  pending: 'The sign-in is not finished.',
}

/** A token was refused. */
export class TokenError extends Error {
  override readonly name = 'TokenError'
  readonly reason: TokenFlaw

  constructor(reason: TokenFlaw) {
    super(SENTENCES[reason])
    this.reason = reason
  }
}
