import { describe, expect, test, vi } from 'vitest'
import { UnreachableError } from './errors.ts'
import { clientJson, sessionJson, userJson } from './testing/client-json.ts'
import { fakeDocument } from './testing/fake-document.ts'
import { refusal, scriptedPage } from './testing/scripted-server.ts'

const settled = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('the hint', () => {
  test.each([
    ['says somebody is signed in', 'a=b; hint=in', 'hint', 1],
    ['says nothing', 'a=b', 'hint', 0],
    ['is of another app', 'nothint=in; hint_2=in', 'hint', 0],
    ['says something else', 'hint=out', 'hint', 0],
    ['has no cookie', '', null, 1],
  ])('%s', async (_, cookie, hintCookie, asked) => {
    fakeDocument(cookie)
    const { server, latchkey } = scriptedPage({ hintCookie })
    const end = latchkey.watch()
    expect(latchkey.getSnapshot().phase).toBe(asked === 0 ? 'ready' : 'loading')
    await settled()
    expect([server.asked.length, latchkey.getSnapshot().phase]).toEqual([asked, 'ready'])
    end()
  })

  test('stands in for the server until somebody really wants to know', async () => {
    fakeDocument()
    const { server, latchkey } = scriptedPage({ hintCookie: 'hint' })
    const end = latchkey.watch()
    server.client = clientJson([sessionJson()])
    expect(await latchkey.getToken()).toBeNull()
    expect([server.asked, latchkey.getSnapshot()]).toEqual([[], expect.objectContaining({ phase: 'ready', session: null })])
    const loading = latchkey.load()
    expect(latchkey.getSnapshot().phase).toBe('ready')
    await loading
    expect(latchkey.getSnapshot().session?.id).toBe('sess_1')
    end()
  })
})

describe('a server that does not answer', () => {
  test('is told, and asked again', async () => {
    const { server, latchkey } = scriptedPage()
    server.down = true
    await latchkey.load()
    expect([latchkey.getSnapshot().phase, server.asked.length]).toEqual(['unreachable', 2])
    await expect(latchkey.getToken()).rejects.toThrow(UnreachableError)
    await expect(latchkey.environment()).rejects.toThrow(UnreachableError)
    server.down = false
    await latchkey.load()
    expect(latchkey.getSnapshot()).toMatchObject({ phase: 'ready', failure: null })
  })

  test.each([
    ['nothing answers', () => Promise.reject(new TypeError('fetch failed')), { name: 'UnreachableError', answered: false }, false],
    ['a page answers', () => new Response('<!doctype html>'), { name: 'UnreachableError', answered: true }, true],
    ['it says nothing of anybody', () => ({ object: 'strange' }), { name: 'UnreachableError', answered: true }, true],
    ['it refuses', () => refusal(400, 'proxy_request_invalid_secret_key'), { name: 'LatchkeyError', status: 400 }, true],
    ['the app’s server cannot ask it', () => refusal(502, 'server_unreachable'), { name: 'LatchkeyError', status: 502 }, true],
  ])('is told with the reason: %s', async (_, answer, failure, answered) => {
    const { server, latchkey } = scriptedPage()
    expect(latchkey.getSnapshot().failure).toBeNull()
    server.answers.set('GET /v1/client', answer)
    await latchkey.load()
    expect(latchkey.getSnapshot()).toMatchObject({ phase: 'unreachable', failure })
    await expect(latchkey.getToken()).rejects.toMatchObject({ name: 'UnreachableError', answered, cause: expect.objectContaining(failure) })
    server.answers.clear()
    await latchkey.load()
    expect(latchkey.getSnapshot()).toMatchObject({ phase: 'ready', failure: null })
  })

  test('is told no more once everybody was signed out here', async () => {
    const { server, latchkey } = scriptedPage()
    server.down = true
    await latchkey.load()
    server.down = false
    server.answers.set('DELETE /v1/client/sessions', () => refusal(401, 'signed_out'))
    server.answers.set('GET /v1/client', () => refusal(500, 'internal_error'))
    await latchkey.signOut()
    expect(latchkey.getSnapshot()).toMatchObject({ phase: 'ready', failure: null })
  })

  test('makes nobody unknown who was known', async () => {
    const { server, latchkey } = scriptedPage()
    server.client = clientJson([sessionJson()])
    await latchkey.load()
    const before = latchkey.getSnapshot()
    server.down = true
    await latchkey.reload()
    expect(latchkey.getSnapshot()).toBe(before)
  })

  test('signs nobody out', async () => {
    const { server, latchkey, navigator } = scriptedPage()
    server.client = clientJson([sessionJson()])
    await latchkey.load()
    server.down = true
    await expect(latchkey.signOut({ redirectUrl: '/' })).rejects.toThrow(UnreachableError)
    expect([latchkey.getSnapshot().session?.id, navigator.navigate.mock.calls]).toEqual(['sess_1', []])
    server.down = false
    server.client = clientJson([])
    await latchkey.signOut({ redirectUrl: '/' })
    expect(navigator.navigate).toHaveBeenCalledExactlyOnceWith('/', {})
  })
})

test.each([
  ['pk_test_x', 1],
  ['pk_live_x', 0],
])('with the key %s a forgotten matcher is told in the console %i times', async (publishableKey, times) => {
  const told = vi.spyOn(console, 'error').mockReturnValue()
  const { server, latchkey } = scriptedPage({ publishableKey })
  server.answers.set('GET /v1/client', () => new Response('<!doctype html>', { status: 404 }))
  await latchkey.load()
  await latchkey.reload()
  expect(latchkey.getSnapshot().phase).toBe('unreachable')
  expect(told.mock.calls.map(([text]) => /matcher.*\/__latchkey\/:path\*/.test(String(text)))).toEqual(Array(times).fill(true))
  server.answers.set('POST /v1/client/sign_ins', () => new Response('<!doctype html>', { status: 404 }))
  await expect(latchkey.getSnapshot().signIn.create({ identifier: 'a' })).rejects.toThrow(/matcher.*\/__latchkey\/:path\*/)
})

test('a server that does not know who asks has the page look into it, once', async () => {
  const { server, latchkey } = scriptedPage()
  server.client = clientJson([sessionJson()])
  await latchkey.load()
  server.asked.length = 0
  server.answers.set('GET /v1/client', () => refusal(401, 'signed_out'))
  server.answers.set('GET /v1/me?_clerk_session_id=sess_1', () => refusal(401, 'signed_out'))
  await expect(latchkey.getSnapshot().user!.reload()).rejects.toMatchObject({ status: 401 })
  expect(server.asked).toEqual(['GET /v1/me?_clerk_session_id=sess_1', 'GET /v1/client'])
})

test('a server that refuses to sign out signs nobody out', async () => {
  const { server, latchkey } = scriptedPage()
  server.client = clientJson([sessionJson()])
  await latchkey.load()
  server.answers.set('DELETE /v1/client/sessions', () => refusal(400, 'origin_invalid'))
  await expect(latchkey.signOut()).rejects.toMatchObject({ status: 400 })
  expect(latchkey.getSnapshot().session?.id).toBe('sess_1')
})

test.each([
  ['is gone', 404, null, null],
  ['is unknown here', 401, null, null],
  ['is there all the same', 404, clientJson([sessionJson()]), 404],
  ['is there, too often', 429, clientJson([sessionJson()]), 429],
])('a token of a session that %s', async (_, status, client, thrown) => {
  const { server, latchkey } = scriptedPage()
  server.client = clientJson([sessionJson()])
  await latchkey.load()
  server.client = client
  server.answers.set('POST /v1/client/sessions/sess_1/tokens', () => refusal(status, 'x'))
  const outcome = await latchkey.getToken().catch((error: { status: number }) => error.status)
  expect([outcome, latchkey.getSnapshot().session?.id ?? null]).toEqual([thrown, client?.last_active_session_id ?? null])
})

test('asking again while being answered asks once more afterwards, however often', async () => {
  const { server, latchkey } = scriptedPage()
  await Promise.all([latchkey.load(), latchkey.reload(), latchkey.reload(), latchkey.load()])
  expect(server.asked).toEqual(['GET /v1/client', 'GET /v1/client'])
})

test('an answer that was overtaken is asked for again', async () => {
  const { server, latchkey } = scriptedPage()
  let release = () => {}
  const old = new Promise<void>((resolve) => (release = resolve))
  server.answers.set('GET /v1/client', async () => {
    await old
    return { response: null, client: null }
  })
  const loading = latchkey.load()
  server.answers.set('POST /v1/client/sign_ins', () => refusal(422, 'form_identifier_not_found'))
  await latchkey
    .getSnapshot()
    .signIn.create({ identifier: 'a' })
    .catch(() => undefined)
  server.answers.delete('GET /v1/client')
  server.client = clientJson([sessionJson()])
  release()
  await loading
  expect([latchkey.getSnapshot().session?.id, server.asked.filter((one) => one.startsWith('GET')).length]).toEqual(['sess_1', 2])
})

test('an answer that comes after signing out brings nobody back', async () => {
  const { server, latchkey } = scriptedPage()
  server.client = clientJson([sessionJson()])
  await latchkey.load()
  let release = () => {}
  const slow = new Promise<void>((resolve) => (release = resolve))
  const before = server.client
  server.answers.set('PATCH /v1/me?_clerk_session_id=sess_1', async () => {
    await slow
    return { response: userJson(), client: before }
  })
  const updating = latchkey.getSnapshot().user!.update({ firstName: 'x' })
  server.answers.set('DELETE /v1/client/sessions', () => refusal(401, 'signed_out'))
  server.client = null
  await latchkey.signOut()
  release()
  await updating
  expect(latchkey.getSnapshot().session).toBeNull()
})

describe('the snapshot', () => {
  test('is the same as long as nothing changed, and keeps what did not', async () => {
    const { server, latchkey } = scriptedPage()
    const heard = vi.fn<() => void>()
    const end = latchkey.subscribe(heard)
    server.client = clientJson([sessionJson()])
    await latchkey.load()
    const first = latchkey.getSnapshot()
    expect(heard).toHaveBeenCalledTimes(2)
    server.client = clientJson([
      sessionJson('sess_1', { last_active_token: { object: 'token', jwt: 'x' }, factor_verification_age: [1, -1] }),
    ])
    await latchkey.reload()
    expect(latchkey.getSnapshot()).toBe(first)
    server.client = clientJson([sessionJson('sess_1', { last_active_at: 3 })])
    await latchkey.reload()
    const second = latchkey.getSnapshot()
    expect(second.session).not.toBe(first.session)
    expect([second.user, second.signIn, second.signUp]).toEqual([first.user, first.signIn, first.signUp])
    expect(second.user).toBe(first.user)
    expect(second.signIn).toBe(first.signIn)
    expect(heard).toHaveBeenCalledTimes(3)
    end()
    server.client = null
    await latchkey.reload()
    expect(heard).toHaveBeenCalledTimes(3)
  })

  test('of the server stays what it was, with the settings that came with the page', async () => {
    const { server, latchkey } = scriptedPage()
    const first = latchkey.getServerSnapshot()
    expect(latchkey.getSnapshot()).toBe(first)
    server.client = clientJson([sessionJson()])
    await latchkey.load()
    expect(latchkey.getServerSnapshot()).toBe(first)
    const { DEFAULT_ENVIRONMENT: environment } = await import('./resources/environment.ts')
    latchkey.provideEnvironment(environment)
    expect([latchkey.getServerSnapshot(), latchkey.getSnapshot()]).toMatchObject([
      { phase: 'unknown', environment },
      { phase: 'ready', environment },
    ])
    expect(await latchkey.environment()).toBe(environment)
  })
})
