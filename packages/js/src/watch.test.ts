import { afterEach, describe, expect, test, vi } from 'vitest'
import { clientJson, sessionJson } from './testing/client-json.ts'
import { fakeDocument } from './testing/fake-document.ts'
import { scriptedPage } from './testing/scripted-server.ts'

const ends: (() => void)[] = []
afterEach(() => {
  vi.useRealTimers()
  for (const end of ends.splice(0)) end()
})

/** A page that is watched and has loaded. */
async function watched({ cookie = 'hint=in', signedIn = true, publishableKey = 'pk_live_watch' } = {}) {
  const page = fakeDocument(cookie)
  const scripted = scriptedPage({ hintCookie: 'hint', publishableKey })
  scripted.server.client = signedIn ? clientJson([sessionJson()]) : null
  ends.push(scripted.latchkey.watch())
  await scripted.latchkey.load()
  scripted.server.asked.length = 0
  return { ...page, ...scripted }
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 20))

describe('being looked at again', () => {
  test.each([
    ['at once', 'focus', 5_000, 'visible', 0],
    ['after a while', 'focus', 10_001, 'visible', 1],
    ['after a while, as a tab', 'visibilitychange', 10_001, 'visible', 1],
    ['after a while, but hidden', 'visibilitychange', 10_001, 'hidden', 0],
  ])('%s', async (_, event, later, visibilityState, asked) => {
    const { server, document, fire } = await watched()
    document.visibilityState = visibilityState
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + later)
    fire(event)
    fire(event)
    await soon()
    expect(server.asked.length).toBe(asked)
  })

  test.each([
    ['somebody signed in elsewhere', false, '', 'hint=in', 1],
    ['somebody signed out elsewhere', true, 'hint=in', '', 1],
    ['nobody did anything', true, 'hint=in', 'hint=in', 0],
    ['nobody is signed in', false, '', '', 0],
  ])('%s, by the hint', async (_, signedIn, before, after, asked) => {
    const { server, document, fire } = await watched({ signedIn, cookie: before })
    document.cookie = after
    fire('focus')
    await soon()
    expect(server.asked.length).toBe(asked)
  })

  test('a page that never had to ask does not begin to', async () => {
    const { fire } = fakeDocument('')
    const { server, latchkey } = scriptedPage({ hintCookie: 'hint' })
    ends.push(latchkey.watch())
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000)
    fire('focus')
    await soon()
    expect(server.asked).toEqual([])
  })
})

test('the network coming back matters to a page that missed it', async () => {
  const { server, latchkey, fire } = await watched()
  fire('online')
  await soon()
  expect(server.asked).toEqual([])
  server.down = true
  await latchkey.reload()
  server.down = false
  server.asked.length = 0
  fire('online')
  await soon()
  expect(server.asked).toEqual(['GET /v1/client'])
  fire('online')
  await soon()
  expect(server.asked).toEqual(['GET /v1/client'])
})

test.each([
  [true, 1],
  [false, 0],
])('a page shown again (out of the back/forward cache: %s)', async (persisted, asked) => {
  const { server, fire } = await watched()
  fire('pageshow', { persisted })
  await soon()
  expect(server.asked.length).toBe(asked)
})

describe('other tabs', () => {
  test('of the same app hear of what changes who is signed in, and do not answer', async () => {
    const one = await watched()
    const two = await watched()
    const stranger = await watched({ publishableKey: 'pk_live_other' })
    one.server.client = two.server.client = stranger.server.client = null
    await one.latchkey.signOut()
    await expect.poll(() => two.latchkey.getSnapshot().session).toBeNull()
    await soon()
    expect([one.server.asked, stranger.server.asked]).toEqual([['DELETE /v1/client/sessions'], []])
    expect(new Set(two.server.asked)).toEqual(new Set(['GET /v1/client']))
    expect(stranger.latchkey.getSnapshot().session).not.toBeNull()
  })

  test('hear of a session that is in use already, since the tab that began it may have been gone', async () => {
    const one = await watched()
    const two = await watched()
    await one.latchkey.setActive({ session: 'sess_1' })
    await expect.poll(() => two.server.asked).toEqual(['GET /v1/client'])
    expect([one.server.asked, one.navigator.refresh.mock.calls.length]).toEqual([[], 1])
  })

  test('are told before the page goes on', async () => {
    const two = await watched()
    const one = await watched()
    one.navigator.navigate.mockImplementation(async () => await expect.poll(() => two.server.asked.length).toBeGreaterThan(0))
    one.server.client = null
    await one.latchkey.signOut({ redirectUrl: '/' })
    expect(one.navigator.navigate).toHaveBeenCalledTimes(1)
  })

  test('hear nothing once the page is no longer watched', async () => {
    const two = await watched()
    for (const end of ends.splice(0)) end()
    const one = await watched()
    one.server.client = null
    await one.latchkey.signOut()
    two.fire('pageshow', { persisted: true })
    await soon()
    expect(two.server.asked).toEqual([])
  })
})
