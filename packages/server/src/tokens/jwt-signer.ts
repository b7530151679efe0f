import { sign } from 'node:crypto'
import { Refusal } from '../domain/refusal.ts'
import type { SigningKey } from './signing-key.ts'

/** Signs the first two parts of a JWT, already encoded and joined, and answers the whole token. */
export type SignJwt = (key: SigningKey, input: string) => Promise<string>

/** How much signing goes on at once. */
export interface JwtSignerOptions {
  /**
   * Signatures on the thread pool at a time: enough that it does not run dry while the event loop is at other requests, and not so many
   * that files and name look-ups wait behind them for long (5 ms on two cores).
   */
  readonly concurrency?: number
  /** Signatures that may wait for their turn; the next one is refused. */
  readonly waiting?: number
}

/**
 * RS256 on the thread pool, so that the event loop goes on answering, some at a time and with a bounded queue.
 * @throws Refusal `service_unavailable` when the queue is full
 * @see RFC 7518, section 3.3
 */
export function createJwtSigner({ concurrency = 32, waiting = 4000 }: JwtSignerOptions = {}): SignJwt {
  const queue: (() => void)[] = []
  let running = 0

  const done = () => {
    running--
    queue.shift()?.()
  }

  const start = (key: SigningKey, input: string, resolve: (token: string) => void, reject: (error: unknown) => void) => {
    running++
    try {
      sign('sha256', Buffer.from(input), key.privateKey, (error, signature) => {
        done()
        if (error) reject(error)
        else resolve(`${input}.${signature.toString('base64url')}`)
      })
    } catch (error) {
      // A key of the wrong kind is told at once and not by the callback; its place must be given back all the same.
      done()
      reject(error)
    }
  }

  return (key, input) =>
    new Promise((resolve, reject) => {
      if (running < concurrency) start(key, input, resolve, reject)
      else if (queue.length < waiting) queue.push(() => start(key, input, resolve, reject))
      else reject(new Refusal('service_unavailable', { retryAfter: 1 }))
    })
}

/** One of the first two parts of a JWT. @see RFC 7515, section 7.1 */
export function encodeSegment(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
