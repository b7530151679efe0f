import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { EVENT_TYPES, eventWords } from './event-words.ts'

const until = new Date(2027, 0, 2, 3, 4, 5).getTime()

test.each([
  [
    'settings.updated',
    {
      changes: [
        { name: 'sign_up.mode', from: 'public', to: 'restricted' },
        { name: 'logo', from: '', to: 'https://x.test/l.png' },
      ],
    },
    'Changed settings: sign_up.mode from public to restricted, logo from nothing to https://x.test/l.png',
  ],
  ['user.updated', { fields: ['first_name', 'last_name'] }, 'Changed the profile: first name, last name'],
  ['session.created', { sessionId: 'sess_1', strategy: 'email_link' }, 'Signed in by email link (sess_1)'],
  ['session.created', { sessionId: 'sess_1' }, 'Signed in (sess_1)'],
  [
    'session.created',
    { sessionId: 'sess_1', strategy: 'email_code', secondStrategy: 'riddle' },
    'Signed in by email code and by riddle (sess_1)',
  ],
  [
    'sign_in.first_factor_verified',
    { strategy: 'email_code' },
    'Proved the first factor of a sign-in by email code; the second is still to come',
  ],
  [
    'sign_in.failed',
    { attemptId: 'a', strategy: 'email_code', code: 'form_code_incorrect', guesses: 2 },
    'Sign-in by email code failed: wrong code, guess 2',
  ],
  ['message.refused', { code: 'too_many_requests', times: 3 }, 'Sending an email refused 3 times in a minute: too many requests'],
  ['guesses.locked', { scope: 'user', until }, /^Too many wrong codes: none is judged for this user until 2027-01-02 03:04:05 UTC/],
  [
    'secret_key.rotated',
    { id: 'sk_1', name: 'deploy', last4: 'abcd', replacedBy: 'sk_2', expiresAt: until },
    /^Replaced the secret key "deploy" \(…abcd\) by sk_2: it works until 2027-01-02 03:04:05 UTC/,
  ],
])('%s of %o is told in words', (type, detail, words) => {
  expect(eventWords(type, detail)).toEqual(typeof words === 'string' ? words : expect.stringMatching(words))
})

test('what another version wrote is told by what stands in it', () => {
  expect(eventWords('passkey.created', { id: 'p', at: 1 })).toBe('id=p  at=1')
  expect(eventWords('guesses.locked', { scope: 'user' })).toBe('scope=user')
  expect(eventWords('settings.updated', {})).toBe('')
  expect(eventWords('toString', {})).toBe('')
})

test('the names are those that the server writes', () => {
  const folder = join(import.meta.dirname, '../../../server/src')
  const written = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
    .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/\btype: '([a-z_]+\.[a-z_]+)'/g)].map(([, type]) => type!))
  expect(written.length).toBeGreaterThan(20)
  expect([...new Set(written)].filter((type) => !(EVENT_TYPES as readonly string[]).includes(type))).toEqual([])
})
