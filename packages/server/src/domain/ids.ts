/** Prefix of every kind of id, as on the wire. */
export const ID_PREFIX = {
  application: 'app',
  instance: 'ins',
  client: 'client',
  session: 'sess',
  user: 'user',
  sign_in: 'sia',
  sign_up: 'sua',
  identification: 'idn',
  reverification: 'rev',
  verification: 'ver',
  credential: 'cred',
  secret_key: 'sk',
  operator_key: 'opk',
  signing_key: 'key',
  sign_in_token: 'sit',
  testing_token: 'tt',
  one_time: 'ott',
  message: 'msg',
  audit: 'evt',
  dev_browser: 'dvb',
} as const

/** A kind of thing that has an id. */
export type IdKind = keyof typeof ID_PREFIX

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const epochSeconds = 1_400_000_000

/**
 * An id: prefix, then 27 base62 characters of 32 bits of time and 128 random bits, so that ids sort by time.
 * @param now epoch milliseconds
 * @param random sixteen random bytes
 */
export function formatId(kind: IdKind, now: number, random: Uint8Array): string {
  const words = new Uint32Array(5)
  words[0] = Math.floor(now / 1000) - epochSeconds
  const view = new DataView(random.buffer, random.byteOffset, 16)
  for (let i = 0; i < 4; i++) words[i + 1] = view.getUint32(i * 4)
  let text = ''
  // Three digits at a time: the largest step whose products stay exact.
  for (let group = 0; group < 9; group++) {
    let rest = 0
    for (let i = 0; i < 5; i++) {
      const value = rest * 0x1_0000_0000 + words[i]!
      words[i] = Math.floor(value / 238_328)
      rest = value % 238_328
    }
    text = digits[Math.floor(rest / 3844)]! + digits[Math.floor(rest / 62) % 62]! + digits[rest % 62]! + text
  }
  return `${ID_PREFIX[kind]}_${text}`
}
