import { STRATEGIES, type StrategyName } from '@latchkey/protocol'
import type { Offer } from '../../domain/offer.ts'
import type { Delivery, Prepared, Subject } from '../strategy.ts'
import { deriveCode, formatSecret, macOfCode, type OneTimePorts, parseSecret } from './secret.ts'

/** The code that test addresses take on development instances. */
export const TEST_CODE = '424242'

/** Mints a link token and the code that belongs to it. A test address gets the fixed code and no message. */
export function issue(ports: OneTimePorts, subject: Subject): Prepared & { readonly told: Delivery | null } {
  const token = Buffer.from(ports.random(32)).toString('base64url')
  const code = subject.test ? TEST_CODE : deriveCode(ports, subject.verificationId, token)
  return {
    secret: formatSecret({ tokenHash: ports.sha256(token), codeMac: macOfCode(ports, subject.verificationId, code) }),
    told: subject.test ? null : { type: 'delivery', code, linkToken: token },
  }
}

/**
 * The code that the holder of a link token may type where she began; `null` when the token is not the one that was issued.
 * Reading it changes nothing: tokens have 256 bits, so a wrong one needs no count.
 */
export function revealCode(ports: OneTimePorts, verificationId: string, secret: string | null, token: string): string | null {
  const known = parseSecret(secret)
  if (known === null || !ports.equal(known.tokenHash, ports.sha256(token))) return null
  for (const pepper of ports.otherPeppers ?? []) {
    const code = deriveCode(ports, verificationId, token, pepper)
    if (ports.equal(known.codeMac, macOfCode(ports, verificationId, code, pepper))) return code
  }
  return deriveCode(ports, verificationId, token)
}

/** One offer for each identifier that the strategy is for, the primary one first, when the instance allows the strategy. */
export function offersByIdentifier(name: StrategyName, subject: Subject): readonly Offer[] {
  if (!subject.enabled.includes(name)) return []
  const usable = subject.identifications.filter(({ type }) => type === STRATEGIES[name].identifier)
  const first = usable.filter(({ primary }) => primary)
  const others = usable.filter(({ primary }) => !primary)
  return [...first, ...others].map((identification) => ({ strategy: name, identification }))
}
