import { createPrivateKey, X509Certificate } from 'node:crypto'
import { mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { createCertificate, readOrCreateCertificate } from './self-signed.ts'

const day = 24 * 60 * 60 * 1000

test('a certificate is for localhost and below, belongs to its key and signs itself', () => {
  const { key, cert } = createCertificate(Date.UTC(2027, 0, 1))
  const x509 = new X509Certificate(cert)
  expect(x509.checkPrivateKey(createPrivateKey(key))).toBe(true)
  expect(x509.verify(x509.publicKey)).toBe(true)
  expect(x509.checkHost('localhost')).toBe('localhost')
  expect(x509.checkHost('evil.test')).toBe(undefined)
  expect([x509.checkIP('127.0.0.1'), x509.checkIP('::1')]).toEqual(['127.0.0.1', '::1'])
  expect(Date.parse(x509.validFrom)).toBeLessThan(Date.UTC(2027, 0, 1))
  expect(Date.parse(x509.validTo)).toBe(Date.UTC(2027, 0, 1) + 820 * day)
})

test('no two have the same number or key', () => {
  const serials = new Set(Array.from({ length: 5 }, () => new X509Certificate(createCertificate(Date.now()).cert).serialNumber))
  expect(serials.size).toBe(5)
})

test("it is kept, for its owner's eyes only, until it is over or broken", () => {
  const file = join(mkdtempSync(join(inject('scratch'), 'tls-')), 'data', 'tls.pem')
  const first = readOrCreateCertificate(file)
  expect(readOrCreateCertificate(file)).toEqual(first)
  expect(statSync(file).mode & 0o077).toBe(0)
  const old = createCertificate(Date.now() - 815 * day)
  writeFileSync(file, old.key + old.cert)
  const next = readOrCreateCertificate(file)
  expect(next).not.toEqual(old)
  writeFileSync(file, 'nonsense')
  expect(readOrCreateCertificate(file)).not.toEqual(next)
})
