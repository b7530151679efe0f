import type { OneTimePorts } from './ports.ts'

/**
 * The six digits that belong to a link token: whoever holds the link can compute the code, and nothing reversible is stored.
 * Eight bytes of the MAC modulo 10^6: the bias is below 10^-12.
 */
export function deriveCode(ports: OneTimePorts, verificationId: string, token: string, pepper = ports.pepper): string {
  const mac = ports.hmac(pepper, `code\n${verificationId}\n${token}`)
  const number = new DataView(mac.buffer, mac.byteOffset, 8).getBigUint64(0)
  return String(number % 1_000_000n).padStart(6, '0')
}
