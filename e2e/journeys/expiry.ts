import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Browsing, type Chromium, type Visitor, reads } from '../support/browser.ts'
import type { Journey } from '../support/test.ts'
import type { Person, Scene } from './scene.ts'
import { signIn } from './sign-in.ts'

/** Session tokens live 60 seconds and are taken for 5 more. */
const tokenLife = 66_000

/**
 * Somebody signs in, leaves for longer than a token lives, and returns. The first journey belongs at the beginning of a
 * suite and the second at its end, so that the waiting costs nothing.
 */
export function expiryJourneys(scene: Scene, chromium: Chromium): { leave: Journey<Browsing>; comeBack: Journey<Browsing> } {
  let away: { visitor: Visitor; person: Person; since: number } | undefined
  return {
    leave: {
      title: 'expiry: somebody signs in and leaves',
      async run() {
        const person = await scene.person('joy')
        const visitor = await chromium.visitor()
        await signIn(scene, visitor.page, person)
        await visitor.page.goto('about:blank')
        away = { visitor, person, since: Date.now() }
      },
    },
    comeBack: {
      title: 'expiry: back after the token expired, the first page is rendered for the user',
      async run() {
        assert.ok(away, 'somebody was to sign in and leave before')
        const {
          visitor: { page, context },
          person,
          since,
        } = away
        await sleep(Math.max(0, tokenLife - (Date.now() - since)))
        let handshakes = 0
        page.on('response', (response) => {
          if (response.url().includes('/v1/client/handshake')) handshakes += 1
        })
        await page.goto(`${scene.app.url}/main`)
        await reads(page.getByTestId('greeting'), person.address)
        assert.equal(new URL(page.url()).pathname, '/main')
        assert.ok(handshakes <= 1, `${handshakes} handshakes`)
        await page.goto(scene.app.url)
        await reads(page.getByTestId('server-user'), person.id)
        await context.close()
      },
    },
  }
}
