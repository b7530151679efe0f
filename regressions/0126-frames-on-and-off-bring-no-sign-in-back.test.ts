import { expect, test } from 'vitest'
import { OPERATOR } from '../packages/server/src/actions/audit/record.ts'
import { changeSettings } from '../packages/server/src/actions/instance/change-settings.ts'
import { onBothDatabases } from '../packages/server/src/http/testing/on-both-databases.ts'
import { signIn, signUp } from '../packages/server/src/http/testing/people.ts'

const shop = 'https://shop.other.test'
const plain = /^__Host-client_/
const framed = /^__Host-framed_client_/

// Frames only changed the name of the client cookie: the one before lay in the browser, and was good again when they were turned back.
onBothDatabases('turning frames on and off', (server) => {
  async function signedUp(host: string) {
    const urls = { home: `https://app.${host}/` }
    const app = await server().application({ type: 'production', host: `clerk.${host}`, settings: { urls } })
    const browser = server().browser(app, { origin: app.frontendApiUrl })
    const address = `ada@${host}`
    await signUp(server(), browser, address)
    const frames = async (...origins: readonly string[]) => {
      await changeSettings(server().ports, OPERATOR, app.instanceId, { changes: { 'framing.origins': origins } })
      // Processes look once a second, and production instances take five sign-ins in ten.
      server().ports.advance(11_000)
    }
    const kept = () => [...browser.cookies.keys()].filter((name) => plain.test(name) || framed.test(name))
    const sessions = async () => (await browser.get('/v1/client')).json.response?.sessions.length ?? 0
    return { browser, address, frames, kept, sessions }
  }

  test('a sign-in throws away what is left of the kind before, both ways', async () => {
    const { browser, address, frames, kept, sessions } = await signedUp('in.test')
    await frames(shop)
    expect([kept(), await sessions()]).toEqual([[expect.stringMatching(plain)], 0])
    const { headers } = await browser.post('/v1/client/sign_ins', { identifier: address })
    expect(headers.getSetCookie()).toContainEqual(
      expect.stringMatching(/^__Host-client_[\w-]{8}=; Path=\/; Max-Age=0; SameSite=Lax; Secure; HttpOnly$/),
    )
    await signIn(server(), browser, address)
    expect([kept(), await sessions()]).toEqual([[expect.stringMatching(framed)], 1])
    await frames()
    const back = await browser.post('/v1/client/sign_ins', { identifier: address })
    expect(back.headers.getSetCookie()).toContainEqual(
      expect.stringMatching(/^__Host-framed_client_[\w-]{8}=; Path=\/; Max-Age=0; SameSite=None; Partitioned; Secure; HttpOnly$/),
    )
    await frames(shop)
    expect([kept(), await sessions()]).toEqual([[expect.stringMatching(plain)], 0])
  })

  test.each([
    ['the page', 'POST', '/sign-out'],
    ['a component', 'DELETE', '/v1/client/sessions'],
    ['a component, of one session', 'POST', '/v1/client/sessions/sess_1/end'],
    ['a component, for good', 'POST', '/v1/client/sessions/sess_1/remove'],
  ])('signing out by %s leaves none of either kind signed in', async (_, method, path) => {
    const { browser, frames, kept, sessions } = await signedUp(`out-${path.length}.test`)
    await frames(shop)
    await browser.send(method, path)
    expect(kept()).toEqual([])
    await frames()
    expect(await sessions()).toBe(0)
  })

  test('a touch keeps one kind', async () => {
    const { browser, address, frames, kept } = await signedUp('touch.test')
    const before = [...browser.cookies].find(([name]) => plain.test(name))!
    await frames(shop)
    await signIn(server(), browser, address)
    browser.cookies.set(...before)
    await browser.get(`/v1/client/touch?redirect_url=${encodeURIComponent('https://app.touch.test/')}`)
    expect(kept()).toEqual([expect.stringMatching(framed)])
  })

  test('reading throws nothing away, and without the other kind nothing is said of it', async () => {
    const { browser, frames, kept } = await signedUp('read.test')
    const out = await browser.post('/v1/client/sign_ins', { identifier: 'ada@read.test' })
    expect(out.headers.getSetCookie().filter((line) => /framed/.test(line))).toEqual([])
    await frames(shop)
    const { headers } = await browser.get('/v1/client')
    expect([headers.getSetCookie(), kept()]).toEqual([[], [expect.stringMatching(plain)]])
  })
})
