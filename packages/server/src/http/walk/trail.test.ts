import type { Endpoint } from '@latchkey/protocol'
import { expect, test } from 'vitest'
import { onStages } from './testing/on-stages.ts'
import { REQUESTS, titled, type Walked } from './testing/requests.ts'
import { requestOf, send } from './testing/sending.ts'

const attempt = 'an attempt concerns no account until something is proven or guessed; its own row stands for it'
const sending = 'what is sent stands in the outbox; what is not sent because of a limit is counted in the trail'

/** What writes and leaves no trace in the trail, and why that is right. */
const UNRECORDED: { readonly [title: string]: string } = {
  'GET /v1/client/handshake': 'hands on what its browser has already',
  'GET /v1/clients/handshake_payload': 'hands on what its browser has already',
  'POST /v1/client/sessions/:session_id/touch': 'shows when a session was last used, and that is kept with the session',
  'POST /v1/me/totp': 'nothing is set up before a code of it was typed',
  'POST /v1/client/sessions/:session_id/verify': attempt,
  'POST /v1/client/sessions/:session_id/verify/prepare_first_factor': sending,
  'POST /v1/client/sign_ups': attempt,
  'PATCH /v1/client/sign_ups/:sign_up_id': attempt,
  'POST /sign-in': attempt,
  'POST /sign-up': attempt,
  'POST /v1/client/sign_ins/:sign_in_id/prepare_first_factor': sending,
  'POST /v1/client/sign_ups/:sign_up_id/prepare_verification': sending,
  'POST /v1/me/email_addresses/:email_address_id/prepare_verification': sending,
  'POST /sign-in/resend': sending,
  'POST /sign-up/resend': sending,
}

const writing = REQUESTS.filter(({ request }) => request.writes.length > 0)
/** Of the ways to begin a sign-in, the one that proves something at once. */
const reasonOf = ({ title, endpoint, request }: Walked) =>
  UNRECORDED[title] ?? (endpoint.id === 'frontend/create-sign-in' && !request.writes.includes('sessions') ? attempt : undefined)

test('every exception is one of something that writes', () => {
  const titles = new Set(writing.map(({ title }) => title))
  expect(Object.keys(UNRECORDED).filter((title) => !titles.has(title))).toEqual([])
})

test('everything that changes something is walked', () => {
  const idle = REQUESTS.filter(({ endpoint, request }) => endpoint.mutates && request.writes.length === 0).map(({ title }) => title)
  expect(idle).toMatchInlineSnapshot(`
    [
      "PATCH /v1/environment",
      "POST /v1/dev_browser",
      "PUT /v1/client",
      "POST /v1/client",
      "POST /v1/client/sign_ins/:sign_in_id/prepare_second_factor",
      "POST /v1/client/sign_ins/:sign_in_id/attempt_second_factor",
      "POST /v1/client/sessions/:session_id/verify/prepare_second_factor",
      "POST /v1/client/sessions/:session_id/verify/attempt_second_factor",
      "POST /v1/client/sessions/:session_id/tokens",
      "POST /v1/sessions/:session_id/refresh",
    ]
  `)
})

/** Who does something at a door. */
const actorAt: Readonly<Record<Endpoint['door'], RegExp>> = {
  frontend: /^(visitor|user:)/,
  backend: /^secret_key:/,
  operator: /^operator_key:/,
  public: /^never/,
  latchkey: /^never/,
}

onStages('the trail', (stage) => {
  test.each(titled(writing))('of %s', async (_, walked) => {
    const prepared = await walked.request.prepare(stage(), stage().home)
    await stage().changeLog.read()
    const heard = await send(stage(), requestOf(walked, prepared), prepared.ip)
    expect(heard.status).toBe(walked.request.answers)
    const recorded = (await stage().changeLog.read()).filter(({ table }) => table === 'audit')
    expect({ recorded: recorded.length > 0, exception: reasonOf(walked) }).toEqual({
      recorded: reasonOf(walked) === undefined,
      exception: reasonOf(walked),
    })
    for (const { before, after } of recorded) {
      expect(before).toBeNull()
      expect(after!.actor).toMatch(/^(visitor|user:user_\w{27}|secret_key:sk_\w{27}|operator_key:opk_\w{27})$/)
      expect(after!.actor).toMatch(actorAt[walked.endpoint.door])
    }
  })
})
