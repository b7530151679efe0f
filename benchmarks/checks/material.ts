import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { encodePublishableKey, frontendApiUrl } from '@latchkey/protocol'

/** What every contestant is given: one instance, its public key, and tokens that were never seen before. */
export interface Material {
  readonly publishableKey: string
  readonly pem: string
  /** Sent along: `Authorization: Bearer`. */
  readonly bearers: readonly string[]
  /** In a cookie, bound to the client token beside it. */
  readonly cookies: readonly { readonly session: string; readonly client: string }[]
}

const host = 'clerk.benchmark.localhost:4000'
const lanes = 64

/** Signs tokens and writes them down for the contestants. @param count of each kind */
export async function writeMaterial(file: string, count: number): Promise<void> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const signed = promisify(sign)
  const header = segment({ alg: 'RS256', cat: 'cl_B7d4PD111AAA', kid: 'key_1', typ: 'JWT' })
  const token = async (nth: number, more: object): Promise<string> => {
    const iat = Math.floor(Date.now() / 1000)
    const claims = {
      azp: 'http://localhost:3000',
      exp: iat + 600,
      fva: [0, -1],
      iat,
      iss: frontendApiUrl(host),
      jti: `jti_${nth}`,
      nbf: iat - 10,
      sid: 'sess_2vN8mQ4xYcT1bK7dRwE9aJ6hZpL',
      sts: 'active',
      sub: 'user_2vN8mQ4xYcT1bK7dRwE9aJ6hZpL',
      v: 2,
      ...more,
    }
    const input = `${header}.${segment(claims)}`
    return `${input}.${(await signed('RSA-SHA256', Buffer.from(input), privateKey)).toString('base64url')}`
  }
  const bearers = await inLanes(count, (nth) => token(nth, {}))
  const cookies = await inLanes(count, async (nth) => {
    const client = createHash('sha256').update(`client ${nth}`).digest('base64url')
    const binding = createHash('sha256').update(client).digest().subarray(0, 16).toString('base64url')
    return { client, session: await token(nth, { cnf: { client: binding } }) }
  })
  const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString()
  writeFileSync(
    file,
    JSON.stringify({ publishableKey: encodePublishableKey('development', host), pem, bearers, cookies } satisfies Material),
  )
}

async function inLanes<Made>(count: number, make: (nth: number) => Promise<Made>): Promise<readonly Made[]> {
  const made: Made[] = []
  let next = 0
  const lane = async (): Promise<void> => {
    for (let nth = next++; nth < count; nth = next++) made[nth] = await make(nth)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return made
}

const segment = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
