import { createHmac, createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { bindingOf, forge, NOW, pem, segment, strangerKey } from './forge.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const ec = createPrivateKey(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'pem', type: 'pkcs8' }))

/** The last character with one of the bits set that a decoder drops. */
const strayBits = (part: string): string => part.slice(0, -1) + alphabet[alphabet.indexOf(part.at(-1)!) ^ 1]!

function hmacToken(): string {
  const input = `${segment({ alg: 'HS256', typ: 'JWT', kid: 'key_1', cat: 'cl_B7d4PD111AAA' })}.${forge().split('.')[1]}`
  return `${input}.${createHmac('sha256', pem).update(input).digest('base64url')}`
}

function withParts(change: (header: string, claims: string, signature: string) => readonly string[]): string {
  const [header, claims, signature] = forge().split('.') as [string, string, string]
  return change(header, claims, signature).join('.')
}

/** Tokens that let nobody in, whatever comes with them, by what is wrong, and the reason that is given. */
export const MANGLED: readonly (readonly [what: string, token: string, reason: string])[] = [
  ['nothing', '', 'malformed'],
  ['a word', 'token', 'malformed'],
  ['three dots', '...', 'malformed'],
  ['a megabyte', 'a'.repeat(1_000_000), 'malformed'],
  ['a megabyte of dots', '.'.repeat(1_000_000), 'malformed'],
  ['larger than any of ours', forge({ x: 'a'.repeat(20_000) }), 'malformed'],
  ['cut short', forge().slice(0, -1), 'malformed'],
  ['cut to its claims', withParts((header, claims) => [header, claims]), 'malformed'],
  ['no signature', withParts((header, claims) => [header, claims, '']), 'malformed'],
  ['a second signature', withParts((...parts) => [...parts, parts[2]]), 'malformed'],
  ['padding', withParts((header, claims, signature) => [header, claims, `${signature}==`]), 'malformed'],
  ['white space', withParts((header, claims, signature) => [header, claims, `${signature} `]), 'malformed'],
  ['a line break', withParts((header, claims, signature) => [header, `${claims}\n`, signature]), 'malformed'],
  ['the other alphabet', withParts((header, claims, signature) => [header, claims, `+/${signature.slice(2)}`]), 'malformed'],
  ['stray bits', withParts((header, claims, signature) => [header, claims, strayBits(signature)]), 'malformed'],
  ['alg none', withParts((_header, claims) => [segment({ alg: 'none', typ: 'JWT', kid: 'key_1' }), claims, 'AA']), 'malformed'],
  [
    'alg none and no signature',
    withParts((_header, claims) => [segment({ alg: 'none', typ: 'JWT', kid: 'key_1' }), claims, '']),
    'malformed',
  ],
  ['alg HS256 with the public key', hmacToken(), 'malformed'],
  ['alg ES256', forge({}, { header: { alg: 'ES256' }, key: ec, algorithm: 'SHA256' }), 'malformed'],
  ['RS256 in its header and another signature', forge({}, { key: ec, algorithm: 'SHA256' }), 'signature'],
  ['a signature over another hash', forge({}, { algorithm: 'RSA-SHA512' }), 'signature'],
  ['no key id', forge({}, { header: { kid: undefined } }), 'malformed'],
  ['an extension that must be understood', forge({}, { header: { crit: ['x'] } }), 'malformed'],
  ["a stranger's key", forge({}, { key: strangerKey }), 'signature'],
  [
    'claims of another token',
    withParts((header, _claims, signature) => [header, forge({ sub: 'user_2' }).split('.')[1]!, signature]),
    'signature',
  ],
  ['signature of another token', withParts((header, claims) => [header, claims, forge({ jti: 'b' }).split('.')[2]!]), 'signature'],
  ['a template', forge({}, { header: { cat: 'cl_B7d4PD222AAA' } }), 'category'],
  ['a handshake', forge({}, { header: { cat: 'cl_I7d4PD111III' } }), 'category'],
  ['another instance', forge({ iss: 'http://localhost:4000/i/other' }), 'issuer'],
  ['expired', forge({ exp: NOW - 5 }), 'expired'],
  ['not valid yet', forge({ nbf: NOW + 6, exp: NOW + 66 }), 'not_yet_valid'],
  ['issued in the future', forge({ iat: NOW + 6 }), 'issued_in_future'],
  ['no end', forge({ exp: undefined }), 'malformed'],
  ['an end in words', forge({ exp: '9999999999' }), 'malformed'],
  ['no user', forge({ sub: '' }), 'malformed'],
  ['not finished', forge({ sts: 'pending' }), 'pending'],
]

/** Bindings to another browser than the one whose client token is `client`, or to none, and the reason that is given. */
export const MISBOUND: readonly (readonly [what: string, cnf: unknown, reason: string])[] = [
  ['none', undefined, 'client'],
  ['null', null, 'malformed'],
  ['another client', bindingOf('another'), 'client'],
  ['a list', [bindingOf('client')], 'malformed'],
  ['text', bindingOf('client').client, 'malformed'],
  ['nothing in it', {}, 'malformed'],
  ['a list in it', { client: [bindingOf('client').client] }, 'malformed'],
  ['cut short', { client: bindingOf('client').client.slice(0, -1) }, 'malformed'],
  ['padding', { client: `${bindingOf('client').client}==` }, 'malformed'],
  ['nothing', { client: '' }, 'malformed'],
]
