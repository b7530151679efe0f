import { describe, expect, it } from 'vitest'
import { smtpFailure } from './smtp-failure.ts'

const failure = (fields: object) => Object.assign(new Error('123456 secret@x.example'), fields)

describe('smtpFailure', () => {
  it.each([
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, response: '550 5.1.1 <a@b> gone' }, 'answered 550 5.1.1 to RCPT TO', true],
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451, response: '451 4.7.1 later' }, 'answered 451 4.7.1 to RCPT TO', false],
    [{ code: 'EMESSAGE', command: 'DATA', responseCode: 554, response: '554 spam: 123456' }, 'answered 554 to DATA', true],
    [{ code: 'EMESSAGE', command: 'DATA', responseCode: 500, response: '500 what' }, 'answered 500 to DATA', true],
    [{ code: 'EENVELOPE', command: 'DATA', responseCode: 503, response: '503 bad sequence' }, 'answered 503 to DATA', false],
    [{ code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550, response: '550 not yours' }, 'answered 550 to MAIL FROM', false],
    [{ code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535, response: '535 5.7.8 no' }, 'answered 535 5.7.8 to AUTH PLAIN', false],
    [{ code: 'EPROTOCOL', command: 'CONN', responseCode: 554, response: '554 go away' }, 'answered 554 to CONN', false],
    [{ code: 'ESOCKET', originalCode: 'ECONNREFUSED', command: 'CONN' }, 'ECONNREFUSED at CONN', false],
    [{ code: 'ETIMEDOUT', command: 'CONN' }, 'ETIMEDOUT at CONN', false],
    [{ code: 'EENVELOPE', command: 'API' }, 'EENVELOPE at API', true],
    [{ code: '123456', command: 'see 123456' }, 'unknown reason at sending', false],
  ])('%j', (fields, text, permanent) => {
    const error = smtpFailure(failure(fields))
    expect(error.message).toContain(text)
    expect(error.permanent).toBe(permanent)
    expect(error.message).not.toMatch(/123456|secret|@/)
  })

  it.each([null, undefined, 'text', new Error('x')])('takes %s', (error) => {
    expect(smtpFailure(error)).toMatchObject({ permanent: false })
  })
})
