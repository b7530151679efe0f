import { expect, test } from 'vitest'
import { onwardsUrl, readPageData, typedValues } from './page-data.ts'

const data = { page: 'sign-in', publishableKey: 'pk_test_x', baseUrl: '/i/abc', continueUrl: null, primary: null } as const

test.each([
  ['nowhere in particular: the account', null, '/i/abc/user'],
  ['the application at this origin: straight', 'http://localhost:3000/main', 'http://localhost:3000/main'],
  [
    'another origin: by the server',
    'http://localhost:3100/a?b=1',
    '/i/abc/sign-in/continue?redirect_url=http%3A%2F%2Flocalhost%3A3100%2Fa%3Fb%3D1',
  ],
])('%s', (_, continueUrl, expected) => {
  expect(onwardsUrl({ ...data, continueUrl }, 'http://localhost:3000')).toBe(expected)
})

test('what the body says is read, and a body that says nothing is refused', () => {
  expect(readPageData({ page: 'user', publishableKey: 'pk', baseUrl: '' })).toEqual({
    page: 'user',
    publishableKey: 'pk',
    baseUrl: '',
    continueUrl: null,
    primary: null,
  })
  expect(() => readPageData({ page: 'inbox', publishableKey: 'pk', baseUrl: '' })).toThrow('does not say')
  expect(() => readPageData({})).toThrow('does not say')
})

const page = (values: Readonly<Record<string, string>>) => ({
  querySelector: (selector: string) => {
    const name = /name="(\w+)"/.exec(selector)?.[1] ?? ''
    return name in values ? { value: values[name] } : null
  },
})

test('what was typed is carried over, what was not is not there', () => {
  expect(typedValues(page({ email_address: 'ada@', first_name: '' }) as unknown as ParentNode)).toEqual({ emailAddress: 'ada@' })
  expect(typedValues(page({}) as unknown as ParentNode)).toEqual({})
})
