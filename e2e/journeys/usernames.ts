import assert from 'node:assert/strict'
import { test } from '../support/fixtures.ts'
import { chooseCode, typeCode } from './clerk-ui.ts'

/** Somebody chooses a name to sign in with, and signs in by it. */
export function usernameJourneys(): void {
  test('username: chosen at sign-up, and signed in by', async ({ another, app, inbox, newAddress, page, paths, server }) => {
    const address = newAddress('una')
    await server.set('attributes.username.enabled=on', 'attributes.username.required=on')
    try {
      await page.goto(app.url + paths.signUp)
      await page.getByLabel('Username').fill('Una_U')
      await page.getByLabel('Email address').fill(address)
      await page.locator('.cl-formButtonPrimary').click()
      await typeCode(page, (await inbox.next(address)).code ?? '')
      await page.waitForURL(app.url + paths.landing)

      const { page: visitor } = await another()
      await visitor.goto(app.url + paths.signIn)
      await visitor.locator('input[name="identifier"]').fill('una_u')
      await visitor.locator('.cl-formButtonPrimary').click()
      await chooseCode(visitor)
      await typeCode(visitor, (await inbox.next(address)).code ?? '')
      await visitor.waitForURL(app.url + paths.landing)
      assert.equal((await visitor.request.get(`${app.url}/api/me`)).status(), 200)
    } finally {
      await server.set('attributes.username.enabled=off', 'attributes.username.required=off')
    }
  })
}
