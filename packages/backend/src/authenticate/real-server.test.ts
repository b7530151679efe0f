import { beforeAll, describe, expect, test } from 'vitest'
import type { CreatedApplication } from '../../../server/src/actions/instance/create-application.ts'
import { signUp } from '../../../server/src/http/testing/people.ts'
import { cookieNames } from '../cookies/cookie-names.ts'
import { entries } from '../testing/entries.ts'
import { realServer } from '../testing/real-server.ts'

const server = realServer()

describe.each(entries)("a real server's tokens, on $entry", ({ entry, authenticateRequest }) => {
  let app: CreatedApplication
  let other: CreatedApplication
  beforeAll(async () => {
    app = await server().application()
    other = await server().application()
  })
  const now = () => server().ports.clock.now()
  const optionsOf = ({ publishableKey, secretKey }: CreatedApplication) => ({
    publishableKey,
    secretKey: secretKey!,
    fetch: server.fetch,
    now,
  })
  const somebody = async (name: string) => {
    const browser = server().firstParty(app)
    await signUp(server(), browser, `${name}-${entry.toLowerCase()}@example.com`)
    return { client: browser.client!, session: browser.session! }
  }
  const requestOf = ({ client, session }: { readonly client: string; readonly session: string }, of = app) => {
    const names = cookieNames(of.publishableKey)
    return new Request('http://localhost:3000/', { headers: { cookie: `${names.client}=${client}; ${names.session}=${session}` } })
  }

  test('let their own browser in, and their own instance only', async () => {
    const ada = await somebody('ada')
    expect(await authenticateRequest(requestOf(ada), optionsOf(app))).toMatchObject({
      isSignedIn: true,
      userId: expect.stringMatching(/^user_/),
    })
    expect((await authenticateRequest(requestOf(ada, other), optionsOf(other))).reason).toBe('issuer')
  })

  test('of two browsers cannot be mixed', async () => {
    const [ada, eve] = [await somebody('ada2'), await somebody('eve')]
    expect((await authenticateRequest(requestOf({ client: eve.client, session: ada.session }), optionsOf(app))).reason).toBe('client')
  })

  test('are exchanged by getToken() for one that goes along, and only that one does', async () => {
    const ada = await somebody('ada3')
    const state = await authenticateRequest(requestOf(ada), optionsOf(app))
    const token = await state.getToken()
    const bearer = (jwt: string) =>
      authenticateRequest(new Request('http://api.example/', { headers: { authorization: `Bearer ${jwt}` } }), optionsOf(app))
    expect(await bearer(token!)).toMatchObject({ isSignedIn: true, userId: state.userId, sessionId: state.sessionId })
    expect((await bearer(ada.session)).reason).toBe('client')
    expect((await authenticateRequest(requestOf({ ...ada, session: token! }), optionsOf(app))).reason).toBe('client')
  })

  test('end after a minute and the skew', async () => {
    const ada = await somebody('ada4')
    expect((await authenticateRequest(requestOf(ada), optionsOf(app))).reason).toBeNull()
    const later = (ms: number) => authenticateRequest(requestOf(ada), { ...optionsOf(app), now: () => now() + ms })
    expect((await later(59_000)).reason).toBeNull()
    expect((await later(66_000)).reason).toBe('expired')
  })

  test('cannot be told from others while the server is away', async () => {
    const ada = await somebody('ada5')
    const away = async () => Promise.reject(new TypeError('fetch failed'))
    expect((await authenticateRequest(requestOf(ada), { ...optionsOf(app), fetch: away })).reason).toBe('keys_unavailable')
  })
})
