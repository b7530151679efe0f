import { expect, test } from 'vitest'
import { createNavigator } from './use-navigator.ts'

/** A page of an app, and what was done about going elsewhere. */
function stage(basePath = '') {
  const done: string[] = []
  const state = { phase: 'unknown', session: null as { id: string } | null }
  const note = (what: string) => (to?: string | URL) => void done.push(to === undefined ? what : `${what} ${String(to)}`)
  const navigator = createNavigator({
    latchkey: { getSnapshot: () => state as never },
    router: { push: note('push'), replace: note('replace'), refresh: note('refresh') },
    location: {
      href: `http://localhost:3000${basePath}/page`,
      origin: 'http://localhost:3000',
      assign: note('assign'),
      replace: note('swap'),
    },
    basePath,
    forgetPage: note('forget'),
  })
  const become = (session: string | null) => {
    state.phase = 'ready'
    state.session = session === null ? null : { id: session }
    return navigator.behind()
  }
  return { navigator, done, become }
}

test.each([
  ['/main', false, 'push /main'],
  ['/main?a=b#c', true, 'replace /main?a=b#c'],
  ['http://localhost:3000/main', false, 'push /main'],
  ['http://localhost:3001/main', false, 'assign http://localhost:3001/main'],
  ['https://example.com/', true, 'swap https://example.com/'],
  ['/__latchkey/sign-in?redirect_url=%2F', false, 'assign http://localhost:3000/__latchkey/sign-in?redirect_url=%2F'],
])('goes to %s, replacing: %s', (to, replace, expected) => {
  const { navigator, done } = stage()
  void navigator.navigate(to, { replace })
  expect(done).toEqual([expected])
})

test.each([
  ['/base/main', 'push /main'],
  ['/base', 'push /'],
  ['/main', 'push /main'],
  ['/basement?a=b', 'push /basement?a=b'],
  ['/', 'push /'],
  ['http://localhost:3000/other', 'assign http://localhost:3000/other'],
  ['/__latchkey/user', 'assign http://localhost:3000/base/__latchkey/user'],
  ['/base/__latchkey/user', 'assign http://localhost:3000/base/__latchkey/user'],
])('below a base path goes to %s', (to, expected) => {
  const { navigator, done } = stage('/base')
  void navigator.navigate(to)
  expect(done).toEqual([expected])
})

test('whoever has signed in sees what the server renders for her', () => {
  const { navigator, done, become } = stage()
  expect([become(null), become('sess_1')]).toEqual([false, true])
  void navigator.navigate('/main')
  void navigator.navigate('/other')
  expect([done, navigator.behind()]).toEqual([['push /main', 'refresh', 'push /other'], false])
})

test("whoever has signed out leaves the router's pages behind", () => {
  const { navigator, done, become } = stage()
  become('sess_1')
  expect(become(null)).toBe(true)
  void navigator.navigate('/')
  expect([done, navigator.behind()]).toEqual([['forget', 'assign http://localhost:3000/'], false])
})

test('whoever stays where she is has the page rendered anew', () => {
  const { navigator, done, become } = stage()
  become('sess_1')
  become('sess_2')
  void navigator.refresh()
  expect([done, navigator.behind()]).toEqual([['refresh'], false])
})

test('what was not known before is no change', () => {
  const { navigator, done, become } = stage()
  expect(navigator.behind()).toBe(false)
  expect(become('sess_1')).toBe(false)
  void navigator.navigate('/main')
  expect(done).toEqual(['push /main'])
})
