import type { Random } from '../../platform/random.ts'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** Ten lower-case base32 characters that begin with a letter: a DNS label. */
export function newSlug(random: Random): string {
  const letters = Array.from(random.bytes(10), (byte, position) => alphabet[position === 0 ? byte % 16 : byte % 32])
  return letters.join('')
}
