import { LatchkeyApiError } from '@latchkey/backend'
import { encodePublishableKey } from '@latchkey/protocol'
import { beforeEach, expect, test, vi } from 'vitest'
import { visitor } from '../testing/stage.ts'
import { unavailable } from './current-user.ts'

let said: string[]
let hours = 0
beforeEach(() => {
  said = []
  vi.useFakeTimers({ toFake: ['Date'], now: 3_600_000 * ++hours })
  vi.spyOn(console, 'error').mockImplementation((text: string) => void said.push(text))
  vi.stubEnv('NEXT_PUBLIC_LATCHKEY_PUBLISHABLE_KEY', encodePublishableKey('development', 'clerk.abc.localhost:4000'))
  vi.stubEnv('LATCHKEY_SECRET_KEY', 'sk_test_0123456789')
  return () => void vi.useRealTimers()
})

const error = (status: number) => new LatchkeyApiError({ status, errors: [] } as never)

/** What becomes of an error while a request with these headers is answered. */
const answering = (headers: Readonly<Record<string, string>>, failed: unknown) => unavailable(failed, async () => new Headers(headers))

test.each([0, 500, 503])('a document is sent to a page that says so: %d', async (status) => {
  const sent = answering({ 'sec-fetch-dest': 'document', 'x-latchkey-path': '/main?a=1' }, error(status))
  await expect(sent).rejects.toMatchObject({ digest: expect.stringContaining(';/__latchkey/unavailable?redirect_url=%2Fmain%3Fa%3D1;') })
  expect(said).toEqual([expect.stringContaining('The Latchkey server at http://localhost:4000 does not answer. Start it')])
})

test('a program gets an error that says so', async () => {
  const sent = answering({ 'sec-fetch-dest': 'empty', 'x-latchkey-path': '/api/x' }, error(0))
  await expect(sent).rejects.toThrow(/^Latchkey: The Latchkey server at .* does not answer/)
})

test("a key that is refused is told, and another refusal is the caller's", async () => {
  const headers = { 'sec-fetch-dest': 'document', 'x-latchkey-path': '/main' }
  await expect(answering(headers, error(401))).rejects.toThrow(/does not take the secret key/)
  const other = error(422)
  await expect(answering(headers, other)).rejects.toBe(other)
})

test.each([
  ['development', '/main', 'does not answer', 'href="/main"'],
  ['production', '/main', 'We can’t check who is signed in', 'href="/main"'],
  ['production', '//evil.example', 'who is signed in', 'href=""'],
  ['production', '/\\evil.example', 'who is signed in', 'href=""'],
  ['production', 'javascript:alert(1)', 'who is signed in', 'href=""'],
])('the page in %s leads back to %s', async (mode, back, sentence, link) => {
  vi.stubEnv('NODE_ENV', mode)
  const page = await visitor().page(`/__latchkey/unavailable?redirect_url=${encodeURIComponent(back)}`)
  expect([page.status, page.text.includes(sentence), page.text.includes(link)]).toEqual([503, true, true])
})
