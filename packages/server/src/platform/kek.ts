import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, statSync, unlinkSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { systemRandom } from './random.ts'

const remedy = 'Make one with: openssl rand -base64 32'

/**
 * The key-encryption key from its text form, 32 bytes in base64.
 * @throws Error in one sentence when it is not that, or was typed or copied from an example instead of made by chance
 */
export function parseKek(text: string): Uint8Array {
  const trimmed = text.trim()
  const bytes = Uint8Array.from(Buffer.from(trimmed, 'base64'))
  if (!/^[\w+/-]+=*$/.test(trimmed) || bytes.length !== 32) {
    throw new Error(`The secrets key is not 32 bytes in base64. ${remedy}`)
  }
  if (looksChosen(bytes)) throw new Error(`The secrets key is not random, so it can be guessed. ${remedy}`)
  return bytes
}

/** Chance makes 32 bytes look like this less than once in 10^13 times. */
function looksChosen(bytes: Uint8Array): boolean {
  const step = (bytes[1]! - bytes[0]!) & 255
  const even = bytes.every((byte, i) => i === 0 || ((byte - bytes[i - 1]!) & 255) === step)
  return even || new Set(bytes).size < 16 || bytes.every((byte) => byte >= 0x20 && byte < 0x7f)
}

/**
 * The key-encryption key of a file, made on first use, readable by its owner alone.
 * Two processes that start together end up with the same key; one that dies half-way leaves no half key.
 * @throws Error when the file holds no key, or others may read it
 */
export function readOrCreateKek(file: string): Uint8Array {
  return readKek(file) ?? createKek(file)
}

function readKek(file: string): Uint8Array | null {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    throw new Error(`Other users of this machine may read the secrets key. Run: chmod 600 ${file}`)
  }
  return parseKek(text)
}

function createKek(file: string): Uint8Array {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const temporary = `${file}.${Buffer.from(systemRandom.bytes(6)).toString('hex')}`
  const handle = openSync(temporary, 'wx', 0o600)
  try {
    writeSync(handle, `${Buffer.from(systemRandom.bytes(32)).toString('base64')}\n`)
    // On disk before anything sealed with it can be.
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  try {
    // Unlike a rename, a link never replaces the key that another process has just made.
    linkSync(temporary, file)
    syncFolder(dirname(file))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    unlinkSync(temporary)
  }
  const kek = readKek(file)
  if (!kek) throw new Error(`The secrets key vanished while it was made: ${file}`)
  return kek
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
