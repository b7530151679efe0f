/** Something secret that was seen, and where it must not be found. */
export interface Canary {
  readonly kind: string
  readonly secret: string
}

const windowLength = 16

/** What secrets look like on the wire; the group is the part that nothing else contains. */
const shapes: readonly (readonly [kind: string, shape: RegExp])[] = [
  ['client token', /client_[0-9A-Za-z]{27}\.([\w-]{43})/g],
  ['signature of a JWT', /eyJ[\w-]{10,}\.[\w-]{20,}\.([\w-]{80,})/g],
  ['link token', /token=[a-z]+_[0-9A-Za-z]{27}\.([\w-]{43})/g],
  ['sign-in token', /(?:"token":"|ticket=)([\w-]{43})(?![\w-])/g],
  ['handshake nonce', /__clerk_handshake_nonce=([\w-]{43})/g],
  ['secret key', /\bsk_(?:test|live)_(\w{20,})/g],
]
const codeShapes = [/"code":"(\d{6})"/g, /\bcode=(\d{6})\b/g]
const wholeCode = /(?<!\w)\d{6}(?!\w)/g

/** Remembers every secret that went over the wire or was printed, and looks for them where none may be. */
export class Canaries {
  readonly #byWindow = new Map<string, Canary>()
  readonly #codes = new Set<string>()
  readonly #filter = new Uint8Array(1 << 20)
  /** Which bytes occur in any window. */
  readonly #used = new Uint8Array(256)
  readonly #counts = new Map<string, number>()

  /** How many of each kind are known. */
  get counts(): Readonly<Record<string, number>> {
    return { ...Object.fromEntries(this.#counts), code: this.#codes.size }
  }

  /** Takes in all secrets of a text: a request, an answer, the words of a server. */
  readonly see = (text: string): void => {
    for (const [kind, shape] of shapes) {
      for (const [, secret] of text.matchAll(shape)) this.add(kind, secret!)
    }
    for (const shape of codeShapes) {
      for (const [, code] of text.matchAll(shape)) this.#addCode(code!)
    }
  }

  /** Adds a secret of 16 characters or more. Its middle stands for it, so that a text which was cut is found, too. */
  add(kind: string, secret: string): void {
    const begin = (secret.length - windowLength) >> 1
    const window = secret.slice(begin, begin + windowLength)
    if (window.length < windowLength) throw new Error(`A canary of ${secret.length} characters proves nothing.`)
    if (this.#byWindow.has(window)) return
    this.#byWindow.set(window, { kind, secret })
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1)
    const bytes = Buffer.from(window, 'latin1')
    this.#filter[slot(bytes, 0)] = 1
    for (const byte of bytes) this.#used[byte] = 1
  }

  /**
   * The known secrets in bytes of any kind, found by sixteen characters of each. Of codes it finds the sentences they stand in: six
   * digits alone are in every file of random characters.
   */
  inBytes(bytes: Buffer): readonly Canary[] {
    const found = new Set<Canary>()
    for (let at = 0; at <= bytes.length - windowLength; at++) {
      // No window reaches over a byte that none has: most of a database's files is none of text.
      if (this.#used[bytes[at + windowLength - 1]!] !== 1) {
        at += windowLength - 1
        continue
      }
      if (this.#filter[slot(bytes, at)] !== 1) continue
      const canary = this.#byWindow.get(bytes.toString('latin1', at, at + windowLength))
      if (canary) found.add(canary)
    }
    return [...found]
  }

  /** The known codes that stand in a text as words of their own. */
  codesIn(text: string): readonly Canary[] {
    const found = (text.match(wholeCode) ?? []).filter((code) => this.#codes.has(code))
    return [...new Set(found)].map((secret) => ({ kind: 'code', secret }))
  }

  /** A code, and the forms in which mails carry it: in their JSON, in the subject. */
  #addCode(code: string): void {
    // Published, the same for everybody: no secret, and on purpose in every test.
    if (code === '424242' || this.#codes.has(code)) return
    this.#codes.add(code)
    this.add('code in a message', `"code":"${code}","`)
    this.add('code in a subject', `${code} is your M`)
  }
}

/** Four bytes, hashed. */
function slot(bytes: Buffer, at: number): number {
  const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
  return Math.imul(word, 0x9e3779b1) >>> 12
}
