import { UnreachableError } from '@latchkey/js'
import { cards } from '@latchkey/words/en/cards'
import { describe, expect, it } from 'vitest'
import { refusal } from '../testing/fake-latchkey.ts'
import { check, outageOf, ownProblem, problemOf, sentenceOf } from './problem.ts'

describe('problemOf', () => {
  it.each([
    ['no answer', new UnreachableError('x'), { code: 'unreachable', field: null }],
    ['an answer of somebody else', new UnreachableError('x', { answered: true }), { code: 'unknown', text: null }],
    [
      'an app whose server reaches ours no more',
      refusal('server_unreachable', { status: 502 }),
      { code: 'server_unreachable', text: null },
    ],
    ['an app without keys', refusal('secret_key_missing', { status: 500 }), { code: 'unknown', text: null }],
    ['a wrong secret key', refusal('proxy_request_invalid_secret_key', { status: 400 }), { code: 'unknown', text: null }],
    [
      'an origin that is not allowed',
      refusal('origin_invalid', { status: 400, paramName: 'identifier' }),
      { code: 'unknown', field: null },
    ],
    ['an instance nobody knows', refusal('host_invalid', { status: 400 }), { code: 'unknown', text: null }],
    ['a fault of the server', refusal('internal_error', { status: 500 }), { code: 'unknown', text: null }],
    ['a fault of ours', new TypeError('x'), { code: 'unknown' }],
    ['not even an error', 'x', { code: 'unknown' }],
    ['too fast', refusal('too_many_requests', { status: 429, retryAfter: 7 }), { code: 'too_fast', retryAfter: 7 }],
    [
      'a wrong address',
      refusal('form_identifier_not_found', { paramName: 'identifier' }),
      { code: 'form_identifier_not_found', field: 'emailAddress' },
    ],
    ['a wrong code', refusal('form_code_incorrect', { paramName: 'code' }), { field: 'code' }],
    ['a field no form has', refusal('form_param_missing', { paramName: 'shoe_size' }), { field: null }],
    ['locked', refusal('user_locked', { status: 403, retryAfter: 60 }), { code: 'user_locked', retryAfter: 60 }],
    ['a session in the way', refusal('session_exists', { status: 400, meta: { session_id: 'sess_1' } }), { sessionId: 'sess_1' }],
  ])('%s', (_, error, problem) => {
    expect(problemOf(error)).toMatchObject(problem)
  })
})

describe('outageOf', () => {
  it.each([
    ['no answer', new UnreachableError('x'), 'unreachable'],
    ['an answer of somebody else', new UnreachableError('x', { answered: true }), 'unknown'],
    ['an app whose server reaches ours no more', refusal('server_unreachable', { status: 502 }), 'server_unreachable'],
    ['an instance that is gone', refusal('resource_not_found', { status: 404 }), 'unknown'],
    ['too fast', refusal('too_many_requests', { status: 429, retryAfter: 7 }), 'too_fast'],
  ])('%s', (_, failure, code) => {
    expect(outageOf(failure)).toMatchObject({ code, text: null, field: null })
  })
})

describe('sentenceOf', () => {
  it.each([
    ['ours for a code we know', problemOf(refusal('form_code_incorrect')), cards.errors.form_code_incorrect],
    ["the server's for one we do not", problemOf(refusal('strange')), "The server's words for strange."],
    ['ours where nobody has words', { ...ownProblem('strange') }, cards.unknownError],
    [
      'an address has words of its own',
      problemOf(refusal('form_param_format_invalid', { paramName: 'email_address' })),
      cards.errors['form_param_format_invalid.emailAddress'],
    ],
    [
      'a name has not',
      problemOf(refusal('form_param_format_invalid', { paramName: 'first_name' })),
      cards.errors.form_param_format_invalid,
    ],
    [
      'who has a username already is told of the username',
      problemOf(refusal('form_identifier_exists', { paramName: 'username' })),
      'This username is taken. Choose another.',
    ],
    ['the wait', problemOf(refusal('x', { status: 429, retryAfter: 7 })), 'Too many attempts. Try again in 7 seconds.'],
    ['no network', ownProblem('unreachable'), 'We can’t reach the server. Check your connection and try again.'],
    ['a server that is away', ownProblem('server_unreachable'), 'We can’t reach the server. Try again in a moment.'],
    ['what the app has to mend', ownProblem('unknown'), cards.unknownError],
    ['empty', ownProblem('missing', 'emailAddress'), cards.errors.missing],
  ])('%s', (_, problem, sentence) => {
    expect(sentenceOf(problem, cards)).toBe(sentence)
  })
})

const values = { emailAddress: 'ada@x.test', username: '', firstName: '', lastName: '' }

it.each([
  ['good', values, ['emailAddress'], null],
  ['spaces around are no harm', { ...values, emailAddress: ' ada@x.test ' }, ['emailAddress'], null],
  ['an address of another script', { ...values, emailAddress: 'ада@пример.рф' }, ['emailAddress'], null],
  ['empty', { ...values, emailAddress: ' ' }, ['emailAddress'], { code: 'missing', field: 'emailAddress' }],
  ['no @', { ...values, emailAddress: 'ada' }, ['emailAddress'], { code: 'not_an_address', field: 'emailAddress' }],
  ['nothing behind it', { ...values, emailAddress: 'ada@' }, ['emailAddress'], { code: 'not_an_address' }],
  ['two addresses', { ...values, emailAddress: 'a@x.test b@x.test' }, ['emailAddress'], { code: 'not_an_address' }],
  ['the first that is missing', values, ['firstName', 'emailAddress'], { code: 'missing', field: 'firstName' }],
  ['what is not needed may be missing', values, [], null],
] as const)('%s', (_, given, required, problem) => {
  if (problem === null) expect(check(given, required)).toBeNull()
  else expect(check(given, required)).toMatchObject(problem)
})

it('takes a name for an address where one may sign in with one, and nothing for neither', () => {
  expect(check({ ...values, emailAddress: 'ada' }, ['emailAddress'], true)).toBeNull()
  expect(check({ ...values, emailAddress: '' }, ['emailAddress'], true)).toMatchObject({ code: 'missing' })
})
