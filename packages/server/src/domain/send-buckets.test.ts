import { expect, test } from 'vitest'
import { SENDS } from './limits.ts'
import { sendBuckets } from './send-buckets.ts'

const nobody = { target: 'ada@example.com', ownersDevice: null, account: null, network: null }
const keys = (
  of: Partial<typeof nobody> | { ownersDevice?: string; account?: string; network?: string },
  type: 'production' | 'development' = 'production',
) => sendBuckets(type, { ...nobody, ...of }).map(({ key }) => key)

test('the target counts whoever sends, and strangers of no network share a counter', () => {
  expect(keys({})).toEqual(['send:ada@example.com', 'day:send:ada@example.com', 'send:unknown'])
})

test('a device of the owner has its own, and is no stranger', () => {
  expect(keys({ ownersDevice: 'client_1' })).toEqual(['send:ada@example.com:device:client_1', 'day:send:ada@example.com:device:client_1'])
})

test('an account and a network are counted on top', () => {
  const target = ['send:ada@example.com', 'day:send:ada@example.com']
  expect(keys({ account: 'user_1' })).toEqual([...target, 'send:account:user_1', 'day:send:account:user_1'])
  expect(keys({ network: '192.0.2.1' })).toEqual([...target, 'send:network:192.0.2.1'])
})

test('each has the numbers of its table, and what a kind of instance does not limit has none', () => {
  expect(sendBuckets('production', nobody)[0]).toEqual({ key: 'send:ada@example.com', ...SENDS.production.targetHour })
  expect(keys({ network: '192.0.2.1' }, 'development')).toEqual(['send:ada@example.com', 'day:send:ada@example.com'])
})
