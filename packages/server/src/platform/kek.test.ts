import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseKek, readOrCreateKek } from './kek.ts'

const good = 'q83vEiNFZ4mrze8AESIzRFVmd4iZqrvM3e7/ECEyQ1Q='
const base64 = (bytes: Uint8Array | number[]) => Buffer.from(bytes).toString('base64')

describe('parseKek', () => {
  it.each([good, `${good}\n`, good.replace('=', ''), good.replaceAll('/', '_').replaceAll('+', '-')])('takes %j', (text) => {
    expect(base64(parseKek(text))).toBe(good)
  })

  it.each([
    ['nothing', ''],
    ['too short', base64(new Uint8Array(31).fill(9))],
    ['too long', base64(new Uint8Array(33).fill(9))],
    ['hexadecimal', 'ab'.repeat(32)],
    ['not base64', `${good.slice(0, 20)} ${good.slice(20)}`],
    ['changeme', 'changeme'],
  ])('refuses %s', (_, text) => {
    expect(() => parseKek(text)).toThrow('is not 32 bytes in base64. Make one with')
  })

  it.each([
    ['zeros', new Uint8Array(32)],
    ['one byte repeated', new Uint8Array(32).fill(0xab)],
    ['counting up', new Uint8Array(32).map((_, i) => i)],
    ['counting down around the end', new Uint8Array(32).map((_, i) => 3 - i)],
    ['a few bytes repeated', new Uint8Array(32).map((_, i) => ((i % 15) * 37) & 255)],
    ['typed letters', Buffer.from('this-is-my-very-own-secret-key!!')],
  ])('refuses %s', (_, bytes) => {
    expect(() => parseKek(base64(bytes))).toThrow('is not random')
  })

  it.each([
    ['no byte below a space', new Uint8Array(32).map((_, i) => 0x20 + ((i * 37) % 0xe0))],
    ['no byte above a tilde', new Uint8Array(32).map((_, i) => (i * 37) % 0x7f)],
    ['sixteen different bytes', new Uint8Array(32).map((_, i) => ((i % 16) * 37) & 255)],
  ])('takes one with %s', (_, bytes) => {
    expect(base64(parseKek(base64(bytes)))).toBe(base64(bytes))
  })

  it('does not repeat the value in what it says', () => {
    const text = base64(Buffer.from('this-is-my-very-own-secret-key!!'))
    expect(() => parseKek(text)).toThrow(expect.not.objectContaining({ message: expect.stringContaining(text) }))
  })
})

describe('readOrCreateKek', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kek-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('makes a key once, for its owner alone, and leaves nothing else behind', () => {
    const file = join(folder, '.latchkey', 'secrets.key')
    const made = readOrCreateKek(file)
    expect(base64(readOrCreateKek(file))).toBe(base64(made))
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, '.latchkey')).mode & 0o777).toBe(0o700)
    expect(readdirSync(join(folder, '.latchkey'))).toEqual(['secrets.key'])
  })

  it('makes another key for another file', () => {
    expect(base64(readOrCreateKek(join(folder, 'a')))).not.toBe(base64(readOrCreateKek(join(folder, 'b'))))
  })

  it('gives several processes that start together the same key', async () => {
    const file = join(folder, 'secrets.key')
    const script =
      `const { readOrCreateKek } = await import(${JSON.stringify(new URL('./kek.ts', import.meta.url).href)});` +
      'process.stdout.write(Buffer.from(readOrCreateKek(process.argv[1])).toString("base64"))'
    const start = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, file])
    const keys = (await Promise.all(Array.from({ length: 4 }, start))).map((each) => each.stdout)
    expect(new Set(keys).size).toBe(1)
    expect(keys[0]).toBe(readFileSync(file, 'utf8').trim())
  })

  it.each(['', 'junk', good.slice(0, 10)])('refuses a file that holds %j and leaves it as it is', (text) => {
    const file = join(folder, 'secrets.key')
    writeFileSync(file, text, { mode: 0o600 })
    expect(() => readOrCreateKek(file)).toThrow('is not 32 bytes')
    expect(readFileSync(file, 'utf8')).toBe(text)
  })

  it('says what is wrong when the file cannot be read', () => {
    expect(() => readOrCreateKek(folder)).toThrow('EISDIR')
  })

  it.each([0o644, 0o640, 0o604])('refuses a file that others may read (%o)', (mode) => {
    const file = join(folder, 'secrets.key')
    writeFileSync(file, good)
    chmodSync(file, mode)
    expect(() => readOrCreateKek(file)).toThrow('chmod 600')
  })
})
