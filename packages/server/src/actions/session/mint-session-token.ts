import type { FrontendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { mintToken } from './mint-token.ts'
import { requireMintable } from './mintable.ts'

/** A fresh 60-second bearer token for a session of the caller's client: one read, one signature. @throws Refusal `signed_out`, `resource_not_found` */
export async function mintSessionTokenFor(
  ports: Pick<Ports, 'storage' | 'keys' | 'mint' | 'clock'>,
  call: FrontendCall,
  sessionId: string,
): Promise<string> {
  const { session } = await requireMintable(ports, call, sessionId)
  return mintToken(ports, { instance: call.instance, session, issuer: call.issuer, origin: call.caller.origin })
}
