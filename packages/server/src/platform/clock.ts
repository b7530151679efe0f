import { readFileSync } from 'node:fs'

/** What time it is, handed to everything that needs to know, so that a test can say. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Date.now() }

const rereadAfterMs = 50

/**
 * The machine's clock moved by what a file says, for tests that drive a server in another process.
 * @param file holds the offset in whole milliseconds; read again at most every 50 ms; no file means no offset
 */
export function offsetClock(file: string): Clock {
  let offset = 0
  let readAt = -Infinity
  return {
    now() {
      // Monotonic, so that a step of the machine's clock cannot stop the re-reading.
      const elapsed = performance.now()
      if (elapsed - readAt >= rereadAfterMs) {
        readAt = elapsed
        offset = readOffset(file) ?? offset
      }
      return Date.now() + offset
    },
  }
}

/** `null` for a file caught half written: the offset before it stays. */
function readOffset(file: string): number | null {
  let text: string
  try {
    text = readFileSync(file, 'utf8').trim()
  } catch {
    return 0
  }
  return /^-?\d{1,15}$/.test(text) ? Number(text) : null
}
