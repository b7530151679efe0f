import type { BackendUserJSON, SessionJSON } from '@latchkey/protocol'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { backendHandlers } from './backend/index.ts'
import type { HttpContext } from './context.ts'
import { type EndpointHandler, type RequestOf, taking } from './handler.ts'
import { handlers } from './handlers.ts'
import { json } from './reply/reply.ts'
import { text } from './request/parse-fields.ts'

declare const session: SessionJSON
declare const user: BackendUserJSON

/** Each of these is refused by the compiler, which `npm test` asks; a line that is none too many any more fails there. */
export const REFUSED = {
  answers: [
    // @ts-expect-error -- another resource than the contract says
    (async () => json(session)) satisfies EndpointHandler<'backend/get-user'>,
    // @ts-expect-error -- the resource without its envelope
    (async () => json(session)) satisfies EndpointHandler<'frontend/get-session'>,
    // @ts-expect-error -- a resource that lacks a field
    (async () => json({ object: 'total_count' as const })) satisfies EndpointHandler<'backend/count-users'>,
  ],
  reads: [
    // @ts-expect-error -- a parameter that the path does not have
    (async (_, { params }) => json({ ...user, id: params.session_id })) satisfies EndpointHandler<'backend/get-user'>,
    // @ts-expect-error -- a parameter that the query does not have
    (async (_, { query }) => json({ object: 'total_count', total_count: query.get('nonce')!.length })) satisfies Count,
    // @ts-expect-error -- a field of a body where there is none
    (async (_, { body }) => json({ ...user, id: String(body.user_id) })) satisfies EndpointHandler<'backend/get-user'>,
  ],
  bodies: () => [
    // @ts-expect-error -- a field that the contract does not have
    taking('backend/verify-client', z.object({ token: text, tokens: text }), backendHandlers['backend/verify-client']),
    // @ts-expect-error -- one too few
    taking('backend/verify-client', z.object({}), backendHandlers['backend/verify-client']),
    // @ts-expect-error -- of another type
    taking('backend/verify-client', z.object({ token: z.number() }), backendHandlers['backend/verify-client']),
    // @ts-expect-error -- a handler that parses no body where there is one
    (async () => json(user)) satisfies EndpointHandler<'backend/create-user'>,
  ],
}

type Count = EndpointHandler<'backend/count-users'>

test('a handler is given the fields of its body as they were parsed', async () => {
  const handler = taking('backend/create-session-token', z.object({ expires_in_seconds: z.int().nullish() }), async (_, __, given) =>
    json({ object: 'token', jwt: String(given.expires_in_seconds) }),
  )
  const asked = (body: object) => handler({} as HttpContext, { body } as RequestOf<'backend/create-session-token'>)
  expect((await asked({ expires_in_seconds: 60, other: 1 })).body).toEqual({ object: 'token', jwt: '60' })
  await expect(asked({ expires_in_seconds: '60' })).rejects.toMatchObject({ code: 'form_param_type_invalid' })
})

test('what parses a body stands under the endpoint that it is of', () => {
  const parsing = Object.entries(handlers).flatMap(([id, handler]) => ('fields' in handler ? [[id, handler.endpoint]] : []))
  expect(parsing.length).toBeGreaterThan(20)
  expect(parsing.filter(([id, endpoint]) => id !== endpoint)).toEqual([])
})
