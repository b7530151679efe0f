import { deriveCode } from './derive-code.ts'
import type { OneTimePorts } from './ports.ts'
import { macOfCode, parseSecret } from './secret.ts'

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
