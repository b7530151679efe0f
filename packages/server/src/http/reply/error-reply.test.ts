import { expect, test } from 'vitest'
import { systemRandom } from '../../platform/random.ts'
import { Refusal } from '../../domain/refusal.ts'
import { StorageUnavailable } from '../../storage/index.ts'
import { errorReply } from './error-reply.ts'
import type { ErrorsJSON } from '@latchkey/protocol'

function reply(error: unknown) {
  const log: (readonly [string, string, Readonly<Record<string, unknown>>])[] = []
  const at = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) => void log.push([level, message, fields])
  const ports = { random: systemRandom, log: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') } }
  const { status, headers, body } = errorReply(ports, error, 'frontend/get-client')
  return { status, headers, body: body as ErrorsJSON, log }
}

test('a refusal says what it says and is no matter for the log', () => {
  const { status, headers, body, log } = reply(new Refusal('user_locked', { param: 'identifier', retryAfter: 60 }))
  expect([status, headers, log]).toEqual([403, { 'Retry-After': '60' }, []])
  expect(body.errors[0]).toMatchObject({ code: 'user_locked', meta: { param_name: 'identifier' } })
  expect(body.clerk_trace_id).toMatch(/^[0-9a-f]{32}$/)
})

test('a database that is away is a matter of time', () => {
  const { status, headers, body, log } = reply(new StorageUnavailable(new Error('ECONNREFUSED')))
  expect([status, headers, body.errors[0]?.code]).toEqual([503, { 'Retry-After': '2' }, 'storage_unavailable'])
  expect(log[0]?.[0]).toBe('warn')
})

test.each([new Error('secret detail'), new TypeError('x'), 'a string', null, undefined])('anything else is a bug of ours: %s', (error) => {
  const { status, body, log } = reply(error)
  expect([status, body.errors[0]?.code, JSON.stringify(body).includes('secret detail')]).toEqual([500, 'internal_error', false])
  expect(log).toEqual([['error', 'A request failed.', { trace_id: body.clerk_trace_id, endpoint: 'frontend/get-client', error }]])
})
