import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Visitor } from '../support/fixtures.ts'
import { claimsOf } from '../support/jwt.ts'
import { reads } from '../support/reads.ts'
import type { Person, Scene } from '../journeys/scene.ts'
import type { CountingProxy } from './counting-proxy.ts'
import { test } from './own-suite.ts'
import { signIn } from './sign-in.ts'

/** Session tokens live 60 seconds and are taken for 5 more. */
const tokenLife = 66_000
const refresh = '/v1/latchkey/session'

/** Ways for somebody to come back whose token expired in the meantime. */
const returns = ['document', 'handler', 'action', 'navigation', 'crowd'] as const

interface Away {
  readonly visitor: Visitor
  readonly joy: Person
  readonly since: number
}

/** Who is away, by the way they come back. */
const away = new Map<string, Away>()

async function leave(scene: Scene, lasting: () => Promise<Visitor>): Promise<void> {
  for (const way of returns) {
    const joy = await scene.person(`joy-${way}`)
    const visitor = await lasting()
    await signIn(scene, visitor.page, joy)
    await visitor.page.goto(`${scene.app.url}/probe`)
    await reads(visitor.page.getByTestId('server-user'), joy.id)
    away.set(way, { visitor, joy, since: Date.now() })
  }
}

/** Waits until somebody's token has expired. After a failure the journeys go on in another process, which knows of nobody who left. */
async function back(way: (typeof returns)[number], scene: Scene, counter: CountingProxy, lasting: () => Promise<Visitor>): Promise<Away> {
  if (!away.has(way)) await leave(scene, lasting)
  const found = away.get(way)!
  await sleep(Math.max(0, tokenLife - (Date.now() - found.since)))
  counter.reset()
  return found
}

/**
 * Several people sign in and leave for longer than a token lives, and each comes back another way.
 * @param meanwhile the other journeys of the suite, so that the waiting costs nothing
 */
export function tokenJourneys(meanwhile: () => void): void {
  test('expiry: five people sign in and leave', async ({ scene, lasting }) => leave(scene, lasting))

  meanwhile()

  test('expiry: a document is rendered for the user at once: 200, no redirect, one mint', async ({ app, lasting, scene, counter }) => {
    const { visitor, joy } = await back('document', scene, counter, lasting)
    const { context, page } = visitor
    await page.goto('about:blank')
    const answer = await page.goto(`${app.url}/main`)
    assert.equal(answer?.status(), 200)
    assert.equal(answer?.request().redirectedFrom(), null)
    assert.match(answer?.headers()['cache-control'] ?? '', /no-store/)
    await reads(page.locator('h1'), joy.address.split('-')[0] ?? '')
    assert.equal(counter.count(refresh), 1)
    await context.close()
  })

  test('expiry: a route handler knows the user, one mint', async ({ lasting, scene, counter }) => {
    const { visitor, joy } = await back('handler', scene, counter, lasting)
    const { context, page } = visitor
    await page.getByRole('button', { name: 'Ask by handler' }).click()
    await reads(page.getByTestId('said'), `handler 200 ${joy.id}`)
    assert.equal(counter.count(refresh), 1)
    await context.close()
  })

  test('expiry: a server action knows the user, one mint', async ({ lasting, scene, counter }) => {
    const { visitor, joy } = await back('action', scene, counter, lasting)
    const { context, page } = visitor
    await page.getByRole('button', { name: 'Ask by action' }).click()
    await reads(page.getByTestId('said'), `action ${joy.id}`)
    assert.equal(counter.count(refresh), 1)
    await context.close()
  })

  test('expiry: a navigation in the page is right, at most one mint', async ({ app, lasting, scene, counter }) => {
    const { visitor, joy } = await back('navigation', scene, counter, lasting)
    const { context, page } = visitor
    await page.getByRole('link', { name: 'To the main page' }).click()
    await page.waitForURL(`${app.url}/main`)
    await reads(page.locator('h1'), joy.address.split('-')[0] ?? '')
    assert.ok(counter.count(refresh) <= 1, `${counter.count(refresh)} mints`)
    await context.close()
  })

  test('expiry: five requests at once, and five more with the old cookie: one mint, all answered for the user', async ({
    app,
    lasting,
    scene,
    counter,
  }) => {
    const { visitor, joy } = await back('crowd', scene, counter, lasting)
    const { context } = visitor
    const cookie = (await context.cookies(app.url)).map(({ name, value }) => `${name}=${value}`).join('; ')
    const ask = async () => {
      const answer = await fetch(`${app.url}/api/me`, { headers: { cookie }, redirect: 'manual' })
      return answer.ok ? ((await answer.json()) as { user: { id: string } }).user.id : answer.status
    }
    const answers = await Promise.all(Array.from({ length: 5 }, ask))
    for (let more = 0; more < 5; more += 1) answers.push(await ask())
    assert.deepEqual(
      answers,
      Array.from({ length: 10 }, () => joy.id),
    )
    assert.equal(counter.count(refresh), 1)
    await context.close()
  })

  test('token for one’s own API: a minute long, of this session; none after sign-out', async ({
    app,
    server,
    paths,
    person,
    scene,
    page,
  }) => {
    const leo = await person('leo')
    await signIn(scene, page, leo)
    await page.goto(`${app.url}/probe`)
    const session = await reads(page.getByTestId('server-session'), /^sess_/)
    await page.getByRole('button', { name: 'Token' }).click()
    const token = (await reads(page.getByTestId('said'), /^token ey/)).replace('token ', '')
    const { sub, sid, iss, exp, iat } = claimsOf(token)
    assert.deepEqual({ sub, sid, iss }, { sub: leo.id, sid: session, iss: server.application.frontend_api_url })
    assert.equal(Number(exp) - Number(iat), 60)
    await page.getByRole('button', { name: 'Sign out by hook' }).click()
    await page.waitForURL(`${app.url}/`)
    await page.goto(`${app.url}/probe`).catch(() => null)
    await page.waitForURL((url) => url.pathname === paths.signIn)
  })

  test('no token is readable by script, and none is in storage or in the page', async ({ app, person, scene, page, context }) => {
    const ned = await person('ned')
    const bodies: string[] = []
    page.on('response', (response) => {
      if (response.url().includes('/__latchkey/'))
        void response.text().then(
          (text) => bodies.push(text),
          () => null,
        )
    })
    await signIn(scene, page, ned)
    const cookies = await context.cookies(app.url)
    const secrets = cookies.filter(({ name }) => /^__latchkey_(client|session)_/.test(name))
    assert.equal(secrets.length, 2)
    for (const { name, value, httpOnly, sameSite } of secrets) {
      assert.ok(httpOnly && sameSite === 'Lax', name)
      const seen = await page.evaluate(
        () =>
          document.cookie +
          JSON.stringify({ ...localStorage }) +
          JSON.stringify({ ...sessionStorage }) +
          document.documentElement.outerHTML,
      )
      assert.ok(!seen.includes(value), `${name} is in the page`)
      assert.ok(!bodies.some((body) => body.includes(value)), `${name} is in an answer`)
    }
    assert.ok(!bodies.some((body) => /eyJ[\w-]+\.eyJ/.test(body)), 'a token is in an answer')
  })
}
