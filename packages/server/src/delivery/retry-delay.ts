const second = 1000
const delays = [5 * second, 30 * second]
const longest = 120 * second

/**
 * Milliseconds to wait after the given number of tries: 5 s, 30 s, then 2 minutes each, up to a fifth more. The extra part comes from
 * the message's id, which is random, so that messages that failed together do not come back together.
 */
export function retryDelay(tries: number, messageId: string): number {
  let spread = tries
  for (let i = 0; i < messageId.length; i++) spread = (spread * 31 + messageId.charCodeAt(i)) % 1000
  return Math.round((delays[tries - 1] ?? longest) * (1 + spread / 5000))
}
