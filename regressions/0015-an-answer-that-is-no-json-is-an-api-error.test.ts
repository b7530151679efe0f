import { expect, test } from 'vitest'
import { createLatchkeyClient, isLatchkeyApiError, type LatchkeyApiError } from '../packages/backend/src/index.ts'

// Every method promises a LatchkeyApiError; a proxy's page with a 200 came out as a SyntaxError, and an answer cut off as whatever
// the runtime has for it.
test.each([
  ['a page', () => new Response('<html>')],
  ['nothing', () => new Response(null, { status: 204 })],
  ['a text', () => Response.json('ok')],
  ['null', () => Response.json(null)],
  ['half an answer', () => new Response(new ReadableStream({ start: (stream) => stream.error(new DOMException('late', 'TimeoutError')) }))],
])('%s', async (_, answer) => {
  const client = createLatchkeyClient({ secretKey: 'sk_test_abc', apiUrl: 'https://auth.example.com', fetch: async () => answer() })
  const error = await client.users.getUser('user_1').then(
    () => null,
    (thrown: LatchkeyApiError) => thrown,
  )
  expect(isLatchkeyApiError(error)).toBe(true)
  expect(error).toMatchObject({
    status: answer().status,
    errors: [{ code: 'answer_unreadable', longMessage: expect.stringContaining('https://auth.example.com') }],
  })
})
