import { Refusal } from '../../domain/refusal.ts'
import { mintRefusal } from '../../flows/session.ts'
import { findMintable, needSigningKey } from '../../storage/index.ts'
import type { BackendCall } from '../call.ts'
import type { Ports } from '../ports.ts'
import { mintToken } from '../session/mint-token.ts'
import { keyOf, record } from '../audit/record.ts'
import { inTransaction } from './in-transaction.ts'
import { requireSession } from './require-session.ts'

const shortest = 30
const longest = 315_360_000

/**
 * A token for a session that is live, for no origin in particular.
 * @param seconds how long it is good; a minute when not given. Nobody can call it back before, so a lifetime of one's own leaves a trace
 * @throws Refusal `resource_not_found`, `authentication_invalid`, `form_param_value_invalid`
 */
export async function createSessionToken(
  ports: Pick<Ports, 'storage' | 'clock' | 'random' | 'keys' | 'mint'>,
  call: BackendCall,
  id: string,
  seconds: number | null,
): Promise<string> {
  const { instance, base } = call
  if (seconds !== null && !(seconds >= shortest && seconds <= longest)) {
    throw new Refusal('form_param_value_invalid', { param: 'expires_in_seconds' })
  }
  const { clientId } = await requireSession(call.scope, id)
  const found = await findMintable(call.scope, { clientId, sessionId: id })
  if (found === null) throw new Refusal('resource_not_found')
  const { session, user } = found
  const refusal = mintRefusal(session, user, instance.settings, ports.clock.now())
  if (refusal) throw new Refusal(refusal.code, refusal.detail)
  if (seconds === null) return mintToken(ports, { instance, session, issuer: base, origin: null })
  const detail = { sessionId: id, seconds }
  const [key] = await ports.keys.of(instance)
  await inTransaction(ports, call, async (scope) => {
    // The key that signs it stays published for as long as the token is good, however often keys are rotated.
    await needSigningKey(scope, { instanceId: instance.id, kid: key.kid }, ports.clock.now() + seconds * 1000)
    await record(ports, scope, keyOf(call), { type: 'session.token_created', userId: user.id, detail })
  })
  return mintToken(ports, { instance, session, issuer: base, origin: null, lifetimeMs: seconds * 1000 })
}
