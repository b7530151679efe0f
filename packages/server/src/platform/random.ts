import { randomBytes, randomFillSync } from 'node:crypto'

/** Where unpredictable bytes come from, handed to everything that makes ids, codes or tokens. */
export interface Random {
  /** A fresh array of so many bytes, never handed out before. */
  bytes(length: number): Uint8Array
}

const poolBytes = 4096

/**
 * Random bytes of the operating system, drawn 4 kB at a time because every draw has a fixed cost.
 * Bytes are wiped from the pool as they leave it, so none can be handed out twice or found there later.
 */
export function createSystemRandom(): Random {
  const pool = new Uint8Array(poolBytes)
  let used = poolBytes
  return {
    bytes(length) {
      if (length > poolBytes / 4) return Uint8Array.from(randomBytes(length))
      if (used + length > poolBytes) {
        randomFillSync(pool)
        used = 0
      }
      const end = used + length
      const taken = pool.slice(used, end)
      pool.fill(0, used, end)
      used = end
      return taken
    },
  }
}

/** The process's own source of random bytes. */
export const systemRandom: Random = createSystemRandom()
