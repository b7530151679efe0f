import { DEFAULT_ENVIRONMENT } from '@latchkey/js'
import { expect, test } from 'vitest'
import { DATA_ID, onwardsUrl, type PageData, readPageData, writePageData } from './page-data.ts'

const data: PageData = {
  page: 'sign-in',
  publishableKey: 'pk_test_x',
  baseUrl: '/i/abc',
  origin: 'http://localhost:3000',
  continueUrl: null,
  primary: null,
  worksAlone: true,
  environment: DEFAULT_ENVIRONMENT,
  client: null,
}

test.each([
  ['nowhere in particular: the account', null, '/i/abc/user'],
  ['the application at this origin: straight', 'http://localhost:3000/main?a=b#c', '/main?a=b#c'],
  [
    'another origin: by the server',
    'http://localhost:3100/a?b=1',
    '/i/abc/sign-in/continue?redirect_url=http%3A%2F%2Flocalhost%3A3100%2Fa%3Fb%3D1',
  ],
])('%s', (_, continueUrl, expected) => {
  expect(onwardsUrl({ ...data, continueUrl })).toBe(expected)
})

const documentWith = (text: string) =>
  ({ getElementById: (id: string) => (id === DATA_ID ? { textContent: text } : null) }) as unknown as Document

test('what is written is read, and no text of it ends the element it stands in', () => {
  const hostile = { ...data, environment: { ...DEFAULT_ENVIRONMENT, applicationName: '</script><script>alert(1)</script><!--' } }
  const text = writePageData(hostile)
  expect(text).not.toContain('<')
  expect(readPageData(documentWith(text))).toEqual(hostile)
})

test('a document that says nothing is refused', () => {
  expect(() => readPageData(documentWith(''))).toThrow('does not say')
  expect(() => readPageData({ getElementById: () => null })).toThrow('does not say')
})
