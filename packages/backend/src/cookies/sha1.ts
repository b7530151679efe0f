/**
 * SHA-1 of a text, at once. WebCrypto has it only as a promise, and the names of cookies are needed while a page is rendered, where a
 * promise would make a static page dynamic. It names things and proves nothing; and another hash would give other names, which signs
 * everybody out.
 * @see RFC 3174
 */
export function sha1(text: string): Uint8Array {
  const blocks = padded(new TextEncoder().encode(text))
  const state: Words = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]
  for (let offset = 0; offset < blocks.byteLength; offset += 64) digestBlock(state, new DataView(blocks.buffer, offset, 64))
  const digest = new DataView(new ArrayBuffer(20))
  for (const [at, word] of state.entries()) digest.setInt32(at * 4, word)
  return new Uint8Array(digest.buffer)
}

type Words = [number, number, number, number, number]

/** The message, a one bit, zeros, and the message's length in bits. */
function padded(message: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64)
  bytes.set(message)
  bytes[message.length] = 0x80
  new DataView(bytes.buffer).setUint32(bytes.length - 4, message.length * 8)
  return bytes
}

function digestBlock(state: Words, block: DataView): void {
  const words = Int32Array.from({ length: 80 }, (_, at) => (at < 16 ? block.getInt32(at * 4) : 0))
  for (let at = 16; at < 80; at++) words[at] = rotate(words[at - 3]! ^ words[at - 8]! ^ words[at - 14]! ^ words[at - 16]!, 1)
  let [a, b, c, d, e] = state
  for (const [at, word] of words.entries()) {
    const next = (rotate(a, 5) + mix(at, b, c, d) + e + word) | 0
    e = d
    d = c
    c = rotate(b, 30)
    b = a
    a = next
  }
  for (const [at, word] of [a, b, c, d, e].entries()) state[at] = (state[at]! + word) | 0
}

function mix(round: number, b: number, c: number, d: number): number {
  if (round < 20) return ((b & c) | (~b & d)) + 0x5a827999
  if (round < 40) return (b ^ c ^ d) + 0x6ed9eba1
  if (round < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc
  return (b ^ c ^ d) + 0xca62c1d6
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by))
}
