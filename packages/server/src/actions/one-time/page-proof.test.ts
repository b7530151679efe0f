import { expect, test } from 'vitest'
import { isPageProof, pageProof } from './page-proof.ts'

let drawn = 0
const ports = { random: { bytes: (length: number) => new Uint8Array(length).fill(++drawn) } } as Parameters<typeof pageProof>[0]

test('a form proves the browser it was shown to, for the secret it was made for', () => {
  const { cookie, field } = pageProof(ports, null, 'secret')
  const other = pageProof(ports, null, 'secret')
  expect(isPageProof(cookie, field, 'secret')).toBe(true)
  const wrong = [
    [null, field, 'secret'],
    ['', field, 'secret'],
    [other.cookie, field, 'secret'],
    [cookie, other.field, 'secret'],
  ] as const
  for (const [kept, shown, secret] of wrong) expect(isPageProof(kept, shown, secret)).toBe(false)
  for (const shown of [undefined, null, '', [field], cookie]) expect(isPageProof(cookie, shown, 'secret')).toBe(false)
  expect(isPageProof(cookie, field, 'another')).toBe(false)
})

test('a second tab keeps the first one good, and a cookie of another shape is replaced', () => {
  const first = pageProof(ports, null, 'one')
  expect(pageProof(ports, first.cookie, 'two').cookie).toBe(first.cookie)
  for (const odd of ['', 'short', `${first.cookie}A`, `${first.cookie.slice(1)}|`])
    expect(pageProof(ports, odd, 'one').cookie).not.toBe(odd)
})
