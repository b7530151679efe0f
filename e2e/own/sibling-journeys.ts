import assert from 'node:assert/strict'
import type { BrowserContext, Page } from 'playwright-core'
import type { Scene } from '../journeys/scene.ts'
import { test } from './own-suite.ts'
import { signIn } from './sign-in.ts'
import { startTlsFront } from './tls-front.ts'

const appHost = 'app.lk.localhost'
const evilHost = 'evil.lk.localhost'

/** Somebody who has another host of the app's domain sets cookies for all of it. */
export function siblingJourneys(): void {
  test('a sibling host: cookies that it plants sign nobody in, before and after, and what it knows is worth nothing', async ({
    app,
    paths,
    person,
    scene,
    another,
    page,
    context,
  }) => {
    let planted: readonly string[] = []
    const front = await startTlsFront({ host: appHost, url: app.url }, (host) =>
      host === evilHost ? { html: '<title>Evil</title><h1>Hello</h1>', cookies: planted } : null,
    )
    const at = front.at(appHost)
    const byTls: Scene = { ...scene, app: { ...app, url: at } }
    try {
      const [mo, eve] = [await person('mo'), await person('eve')]
      const stranger = await another()
      await signIn(byTls, stranger.page, eve)
      const own = (await stranger.context.cookies(at)).filter(({ name }) => name.includes('latchkey'))
      assert.deepEqual(
        own.map(({ name, domain, secure, path }) => [name.slice(0, -'_12345678'.length), domain, secure, path]).sort(),
        ['client', 'hint', 'session'].map((kind) => [`__Host-latchkey_${kind}`, appHost, true, '/']),
      )
      assert.equal(await whoIs(stranger.page), eve.address)

      // Under the names that count, and under those of before, for the whole domain.
      const plain = own.map(({ name, value }) => `${name.replace('__Host-', '__')}=${value}`)
      planted = [...plain, ...own.map(({ name, value }) => `${name}=${value}`)].map(
        (pair) => `${pair}; Domain=lk.localhost; Path=/; Max-Age=3600; Secure`,
      )
      await page.goto(front.at(evilHost))
      assert.deepEqual(
        await namesAt(context, at),
        own.map(({ name }) => name.replace('__Host-', '__')).sort(),
        'a browser takes the plain ones',
      )

      await page.goto(at + paths.landing)
      assert.match(page.url(), /signin/, 'they sign nobody in')
      await signIn(byTls, page, mo)
      assert.equal(await whoIs(page), mo.address)
      await page.goto(front.at(evilHost))
      await page.goto(at + paths.landing)
      assert.equal(await whoIs(page), mo.address, 'nor anybody out')

      const known = own.find(({ name }) => name.includes('client'))!
      const kept = (await context.cookies(at)).find(({ name }) => name === known.name)!
      assert.notEqual(kept.value, known.value)
      assert.equal(await whoIs(stranger.page), eve.address, 'who planted them is who they were')
    } finally {
      front.close()
    }
  })
}

async function whoIs(page: Page): Promise<string | null> {
  return page.evaluate(async () => {
    const answer = await fetch('/api/me')
    return answer.ok ? ((await answer.json()).user?.primaryEmailAddress?.emailAddress ?? null) : null
  })
}

async function namesAt(context: BrowserContext, url: string): Promise<readonly string[]> {
  const cookies = await context.cookies(url)
  return cookies
    .map(({ name }) => name)
    .filter((name) => name.includes('latchkey'))
    .sort()
}
