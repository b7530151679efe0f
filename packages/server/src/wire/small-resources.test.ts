import { expect, it } from 'vitest'
import { clientJson } from './client-json.ts'
import { deletedJson, envelope } from './envelope.ts'
import { aClientView, NOW } from './testing/fixtures.ts'
import { signInTokenJson, testingTokenJson, tokenJson } from './token-json.ts'

it('wraps a token', () => {
  expect(tokenJson('a.b.c')).toEqual({ object: 'token', jwt: 'a.b.c' })
})

it('says what is gone', () => {
  expect(deletedJson('user', 'user_1')).toEqual({ object: 'user', id: 'user_1', deleted: true })
})

it('puts the client beside the answer, or null', () => {
  const client = clientJson(aClientView(), NOW)
  expect(envelope({ id: 'x' }, client)).toEqual({ response: { id: 'x' }, client })
  expect(envelope(null, null)).toEqual({ response: null, client: null })
})

it('tells a sign-in token', () => {
  const view = { id: 'sit_1', userId: 'user_1', status: 'pending', token: 'T', url: 'http://u', createdAt: 1, updatedAt: 2 } as const
  expect(signInTokenJson(view)).toEqual({
    object: 'sign_in_token',
    id: 'sit_1',
    user_id: 'user_1',
    status: 'pending',
    token: 'T',
    url: 'http://u',
    created_at: 1,
    updated_at: 2,
  })
})

it('tells a sign-in token once: afterwards its text is empty, and a text all the same', () => {
  const view = { id: 'sit_1', userId: 'user_1', status: 'revoked', token: null, url: null, createdAt: 1, updatedAt: 2 } as const
  expect(signInTokenJson(view)).toMatchObject({ status: 'revoked', token: '', url: null })
})

it('tells the expiry of a testing token in whole seconds', () => {
  expect(testingTokenJson('T', 1_800_000_000_999)).toEqual({ object: 'testing_token', token: 'T', expires_at: 1_800_000_000 })
})
