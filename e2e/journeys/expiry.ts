import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { test, type Visitor } from '../support/fixtures.ts'
import { reads } from '../support/reads.ts'
import type { Person, Scene } from './scene.ts'
import { signIn } from './sign-in.ts'

/** Session tokens live 60 seconds and are taken for 5 more. */
const tokenLife = 66_000

interface Away {
  readonly visitor: Visitor
  readonly person: Person
  readonly since: number
}

async function leave(scene: Scene, visitor: Visitor): Promise<Away> {
  const person = await scene.person('joy')
  await signIn(scene, visitor.page, person)
  await visitor.page.goto('about:blank')
  return { visitor, person, since: Date.now() }
}

/**
 * Somebody signs in, leaves for longer than a token lives, and returns.
 * @param meanwhile the other journeys of the suite, so that the waiting costs nothing
 */
export function expiryJourneys(meanwhile: () => void): void {
  let away: Away | null = null

  test('expiry: somebody signs in and leaves', async ({ scene, lasting }) => {
    away = await leave(scene, await lasting())
  })

  meanwhile()

  test('expiry: back after the token expired, the first page is rendered for the user', async ({ app, scene, lasting }) => {
    // After a failure the journeys go on in another process, which knows of nobody who left.
    const { visitor, person, since } = away ?? (await leave(scene, await lasting()))
    const { page, context } = visitor
    await sleep(Math.max(0, tokenLife - (Date.now() - since)))
    let handshakes = 0
    page.on('response', (response) => {
      if (response.url().includes('/v1/client/handshake')) handshakes += 1
    })
    await page.goto(`${app.url}/main`)
    await reads(page.getByTestId('greeting'), person.address)
    assert.equal(new URL(page.url()).pathname, '/main')
    assert.ok(handshakes <= 1, `${handshakes} handshakes`)
    await page.goto(app.url)
    await reads(page.getByTestId('server-user'), person.id)
    await context.close()
  })
}
