import type { Client } from '../../domain/client.ts'
import type { Session } from '../../domain/session.ts'
import type { FrontendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { mintToken } from './mint-token.ts'

/**
 * A token that rides along with an answer. Where the application keeps it in a cookie beside the client token, it is good only
 * together with the one that is current now: an answer that comes late, after a sign-out, brings nobody back.
 */
export async function mintBoundToken(
  ports: Pick<Ports, 'keys' | 'mint' | 'clock'>,
  call: FrontendCall,
  client: Client,
  session: Session,
): Promise<string> {
  const { instance, issuer, caller, firstParty } = call
  const clientTokenHash = firstParty ? client.tokenHash : null
  return mintToken(ports, { instance, session, issuer, origin: caller.origin, clientTokenHash })
}
