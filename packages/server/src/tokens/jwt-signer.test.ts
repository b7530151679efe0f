import { generateKeyPairSync, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../domain/refusal.ts'
import { createJwtSigner } from './jwt-signer.ts'
import { generateSigningKey, importSigningKey } from './signing-key.ts'

const key = importSigningKey(await generateSigningKey())

const total = ({ user, system }: NodeJS.CpuUsage) => user + system

describe('createJwtSigner', () => {
  it('appends a signature that the public key verifies', async () => {
    const token = await createJwtSigner()(key, 'aGVhZGVy.cGF5bG9hZA')
    const [header, payload, signature] = token.split('.') as [string, string, string]
    expect(`${header}.${payload}`).toBe('aGVhZGVy.cGF5bG9hZA')
    expect(verify('sha256', Buffer.from('aGVhZGVy.cGF5bG9hZA'), key.publicKey, Buffer.from(signature, 'base64url'))).toBe(true)
  })

  it('signs all that wait, each its own', async () => {
    const sign = createJwtSigner({ concurrency: 2 })
    const tokens = await Promise.all(Array.from({ length: 50 }, (_, i) => sign(key, `a.${i}`)))
    expect(tokens.map((token) => token.split('.')[1])).toEqual(Array.from({ length: 50 }, (_, i) => String(i)))
  })

  it('refuses what does not fit the queue, and goes on afterwards', async () => {
    const sign = createJwtSigner({ concurrency: 2, waiting: 3 })
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => sign(key, 'a.b')))
    expect(results.map((result) => result.status)).toEqual([...Array(5).fill('fulfilled'), ...Array(3).fill('rejected')])
    const refused = results[7] as PromiseRejectedResult
    expect(refused.reason).toBeInstanceOf(Refusal)
    expect((refused.reason as Refusal).code).toBe('service_unavailable')
    await expect(sign(key, 'a.b')).resolves.toMatch(/^a\.b\./)
  })

  it.each([
    ['at once', key.publicKey],
    // A key that is for another digest: found out on the thread pool.
    ['later', generateKeyPairSync('rsa-pss', { modulusLength: 2048, hashAlgorithm: 'sha512', mgf1HashAlgorithm: 'sha512' }).privateKey],
  ])('keeps going after a signature that fails %s', async (_, privateKey) => {
    const sign = createJwtSigner({ concurrency: 1 })
    const broken = { ...key, privateKey }
    const [first, second] = await Promise.allSettled([sign(broken, 'a.b'), sign(key, 'a.b')])
    expect(first.status).toBe('rejected')
    expect(second.status).toBe('fulfilled')
  })

  it('leaves the event loop free', async () => {
    const sign = createJwtSigner()
    const [thread, all] = [process.threadCpuUsage(), process.cpuUsage()]
    await Promise.all(Array.from({ length: 500 }, () => sign(key, 'a.b')))
    // By the processor's time: what others take of it is no work of the event loop.
    expect(total(process.threadCpuUsage(thread)) / total(process.cpuUsage(all))).toBeLessThan(0.5)
  })
})
