import assert from 'node:assert/strict'
import { type Browsing, reads } from '../support/browser.ts'
import type { Journey } from '../support/test.ts'
import type { Scene } from '../journeys/scene.ts'
import { giveAddress, typeCode } from './cards.ts'
import { signIn } from './sign-in.ts'

/** The pages that Latchkey brings along, at the app's own origin and at the server's. */
export function hostedJourneys(scene: Scene): Journey<Browsing>[] {
  const { app, inbox, newAddress, person, server } = scene
  return [
    {
      title: 'hosted pages: an app without pages of its own signs people up and shows them their account',
      async run({ visitor: { page } }) {
        const address = newAddress('hope')
        await page.goto(`${app.url}/__latchkey/sign-up?redirect_url=/main`)
        await giveAddress(page, address, { first: 'Hope' })
        const { code } = await inbox.next(address)
        await typeCode(page, code ?? '')
        await page.waitForURL(`${app.url}/main`)
        await reads(page.locator('h1'), 'Hope')
        await page.goto(`${app.url}/__latchkey/user?redirect_url=/main`)
        await page.getByRole('button', { name: 'Edit' }).click()
        await page.getByLabel('Last name').fill('Faith')
        await page.getByRole('button', { name: 'Save' }).click()
        await reads(page.locator('.lk-card'), 'Hope Faith')
        await page.getByRole('link', { name: 'Back' }).click()
        await page.waitForURL(`${app.url}/main`)
        await reads(page.locator('h1'), 'Hope Faith')
      },
    },
    {
      title: 'hosted pages: the menu leads to the account, and from there out',
      async run({ visitor: { page } }) {
        await signIn(scene, page, await person('ann'))
        await page.goto(`${app.url}/__latchkey/user`)
        await reads(page.locator('.lk-card'), 'Account')
        await page.getByRole('button', { name: 'Sign out', exact: true }).click()
        await page.waitForURL(/\/__latchkey\/sign-in/)
        assert.equal((await page.request.get(`${app.url}/api/me`, { maxRedirects: 0 })).status(), 401)
      },
    },
    {
      title: 'hosted pages: at the server itself somebody is signed in, too',
      async run({ visitor: { page } }) {
        const ira = await person('ira')
        await page.goto(`${server.application.frontend_api_url}/sign-in`)
        await giveAddress(page, ira.address)
        const { code } = await inbox.next(ira.address)
        await typeCode(page, code ?? '')
        await page.waitForURL(`${server.application.frontend_api_url}/user`)
        await reads(page.locator('.lk-card'), ira.address)
      },
    },
  ]
}
