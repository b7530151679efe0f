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

describe('a server that is away', () => {
  const opened = async (visibilityState = 'visible') => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    const { document, ...page } = fakeDocument('hint=in')
    document.visibilityState = visibilityState
    const scripted = scriptedPage({ hintCookie: 'hint', publishableKey: 'pk_live_away' })
    scripted.server.client = clientJson([sessionJson()])
    scripted.server.down = true
    ends.push(scripted.latchkey.watch())
    await vi.advanceTimersByTimeAsync(1_000)
    expect(scripted.latchkey.getSnapshot().phase).toBe('unreachable')
    scripted.server.asked.length = 0
    return { ...page, ...scripted, document }
  }

  test('is asked again by itself, less and less often, and the page comes back', async () => {
    const { server, latchkey } = await opened()
    await vi.advanceTimersByTimeAsync(10 * 60_000)
    // Each time a read is sent once more before it is given up.
    expect(server.asked.length / 2).toBeGreaterThan(8)
    expect(server.asked.length / 2).toBeLessThan(15)
    server.down = false
    await vi.advanceTimersByTimeAsync(61_000)
    expect(latchkey.getSnapshot()).toMatchObject({ phase: 'ready', user: expect.anything() })
    server.asked.length = 0
    await vi.advanceTimersByTimeAsync(10 * 60_000)
    expect(server.asked).toEqual([])
  })

  test('is left in peace as long as it says', async () => {
    const { server } = await opened()
    server.down = false
    server.answers.set('GET /v1/client', () => new Response('{"errors":[]}', { status: 429, headers: { 'retry-after': '300' } }))
    await vi.advanceTimersByTimeAsync(5_000)
    server.asked.length = 0
    await vi.advanceTimersByTimeAsync(290_000)
    expect(server.asked).toEqual([])
    await vi.advanceTimersByTimeAsync(20_000)
    expect(server.asked).toHaveLength(1)
  })

  test('is not asked by a page that nobody sees, but when it is looked at', async () => {
    const { server, document, fire } = await opened('hidden')
    await vi.advanceTimersByTimeAsync(60 * 60_000)
    expect(server.asked).toEqual([])
    server.down = false
    document.visibilityState = 'visible'
    fire('visibilitychange')
    await vi.advanceTimersByTimeAsync(100)
    expect(server.asked).toHaveLength(1)
  })

  test('is not asked any more by a page that is left', async () => {
    const { server } = await opened()
    for (const end of ends.splice(0)) end()
    await vi.advanceTimersByTimeAsync(10 * 60_000)
    expect(server.asked).toEqual([])
  })
})
