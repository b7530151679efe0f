import { ERRORS } from '@latchkey/protocol'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../domain/refusal.ts'
import { clientJson } from './client-json.ts'
import { refusalJson, spokenWait } from './refusal-json.ts'
import { aClientView, NOW } from './testing/fixtures.ts'

describe('refusalJson', () => {
  it('has the words of the table and no meta where there is nothing to say', () => {
    const { message, longMessage } = ERRORS.verification_expired
    expect(refusalJson(new Refusal('verification_expired'), 'trace_1')).toEqual({
      errors: [{ code: 'verification_expired', message, long_message: longMessage }],
      clerk_trace_id: 'trace_1',
    })
  })

  it('names the field at fault', () => {
    const json = refusalJson(new Refusal('form_identifier_exists', { param: 'email_address', retryAfter: 3 }), 'trace_1')
    expect(json.errors[0]?.meta).toEqual({ param_name: 'email_address' })
  })

  it('says when a limit lets somebody through again', () => {
    const json = refusalJson(new Refusal('too_many_requests', { retryAfter: 7 }), 'trace_1')
    expect(json.errors[0]?.long_message).toBe('Too many requests. Try again in 7 seconds.')
  })

  it('tells further facts, and hands over the client', () => {
    const client = clientJson(aClientView(), NOW)
    const json = refusalJson(new Refusal('session_exists', { meta: { session_id: 'sess_1' } }), 'trace_1', client)
    expect(json.errors[0]?.meta).toEqual({ session_id: 'sess_1' })
    expect(json.meta).toEqual({ client })
  })
})

it.each([
  [0, '1 second'],
  [1, '1 second'],
  [8, '8 seconds'],
  [89, '89 seconds'],
  [91, '2 minutes'],
  [3600, '60 minutes'],
  [5400, '2 hours'],
  [86_399, '24 hours'],
])('%d seconds are told as %s', (seconds, text) => expect(spokenWait(seconds)).toBe(text))
