import { expect, test } from 'vitest'
import { encodeForm } from './encode-form.ts'

test('what is undefined is left out, null clears, and nothing is changed on the way', () => {
  const metadata = '{"a":"&=+ é"}'
  const form = encodeForm({ identifier: 'a+b@c.example', code: undefined, first_name: null, last_name: '', unsafe_metadata: metadata })
  expect(form.toString()).not.toContain('code')
  expect([...new URLSearchParams(form.toString())]).toEqual([
    ['identifier', 'a+b@c.example'],
    ['first_name', ''],
    ['last_name', ''],
    ['unsafe_metadata', metadata],
  ])
})
