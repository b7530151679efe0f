import { generateKeyPairSync, sign, X509Certificate } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { systemRandom } from './random.ts'

/** A private key and the certificate of it, both in PEM. */
export interface Certificate {
  readonly key: string
  readonly cert: string
}

const day = 24 * 60 * 60 * 1000
/** Apple's browsers take no longer one. */
const lifetimeMs = 820 * day

/** The certificate kept in a file, made anew when there is none or its time is over. For development: nobody vouches for it. */
export function readOrCreateCertificate(file: string): Certificate {
  const kept = readCertificate(file)
  if (kept !== null) return kept
  const made = createCertificate(Date.now())
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const temporary = `${file}.${Buffer.from(systemRandom.bytes(6)).toString('hex')}`
  writeFileSync(temporary, made.key + made.cert, { mode: 0o600, flag: 'wx' })
  renameSync(temporary, file)
  return made
}

function readCertificate(file: string): Certificate | null {
  try {
    const text = readFileSync(file, 'utf8')
    const begin = text.indexOf('-----BEGIN CERTIFICATE-----')
    const kept = { key: text.slice(0, begin), cert: text.slice(begin) }
    return Date.parse(new X509Certificate(kept.cert).validTo) > Date.now() + 7 * day ? kept : null
  } catch {
    return null
  }
}

/**
 * A certificate for `localhost` and the names below it, signed by itself. By hand: @peculiar/x509 is 20 packages and 640 kB
 * in the bundle, and wants `Reflect` changed for the whole process.
 * @see RFC 5280, section 4.1
 */
export function createCertificate(now: number): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = sequence(set(sequence(oid('550403'), text('localhost'))))
  const signatureAlgorithm = sequence(oid('2a8648ce3d040302'))
  const extension = (id: string, value: Buffer) => sequence(oid(id), octets(value))
  const body = sequence(
    tagged(0xa0, integer(Buffer.of(2))),
    integer(Buffer.concat([Buffer.of(1), systemRandom.bytes(15)])),
    signatureAlgorithm,
    name,
    sequence(time(now - day), time(now + lifetimeMs)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(
      0xa3,
      sequence(
        extension(
          '551d11',
          sequence(
            tagged(0x82, Buffer.from('localhost')),
            tagged(0x82, Buffer.from('*.localhost')),
            tagged(0x87, Buffer.of(127, 0, 0, 1)),
            tagged(0x87, Buffer.from('00000000000000000000000000000001', 'hex')),
          ),
        ),
        extension('551d25', sequence(oid('2b06010505070301'))),
      ),
    ),
  )
  const der = sequence(body, signatureAlgorithm, tagged(0x03, Buffer.concat([Buffer.of(0), sign('sha256', body, privateKey)])))
  const lines = der.toString('base64').replace(/.{64}/g, '$&\n').trimEnd()
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  }
}

/** @see ITU-T X.690, sections 8.1 and 10.1 */
function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

const sequence = (...parts: readonly Buffer[]) => tagged(0x30, Buffer.concat(parts))
const set = (content: Buffer) => tagged(0x31, content)
const oid = (hex: string) => tagged(0x06, Buffer.from(hex, 'hex'))
const text = (value: string) => tagged(0x0c, Buffer.from(value))
const octets = (content: Buffer) => tagged(0x04, content)
const integer = (content: Buffer) => tagged(0x02, content)
/** UTCTime, which holds until 2049. */
const time = (at: number) =>
  tagged(
    0x17,
    Buffer.from(
      `${new Date(at)
        .toISOString()
        .replace(/[-:T]|\.\d+/g, '')
        .slice(2)}`,
    ),
  )
