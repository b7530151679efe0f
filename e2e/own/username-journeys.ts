import assert from 'node:assert/strict'
import { reads } from '../support/reads.ts'
import { at, card, codeField, listens, says, typeCode } from './cards.ts'
import { test } from './own-suite.ts'

/** Somebody chooses a name to sign in with, and signs in by it. */
export function usernameJourneys(): void {
  test('username: chosen at sign-up, signed in by without telling whose it is, shown in the account; asked nobody once it is off', async ({
    another,
    app,
    inbox,
    newAddress,
    page,
    paths,
    server,
  }) => {
    const address = newAddress('una')
    // The pages that Latchkey brings along know of a setting at once, an app's own within a minute.
    const hosted = (name: string) => `${app.url}/__latchkey/${name}?redirect_url=${paths.landing}`
    await server.set('attributes.username.enabled=on', 'attributes.username.required=on')
    try {
      await page.goto(hosted('sign-up'))
      await listens(page)
      await card(page).locator('input[name="email_address"]').fill(address)
      await card(page).locator('.lk-formButtonPrimary').click()
      await says(page, /required/i)
      await card(page).getByLabel('Username').fill('una u')
      await page.keyboard.press('Enter')
      await says(page, /letters, digits/)
      await card(page).getByLabel('Username').fill('Una_U')
      await page.keyboard.press('Enter')
      await typeCode(page, (await inbox.next(address)).code ?? '')
      await page.waitForURL(at(paths.landing))

      const visitor = (await another()).page
      await visitor.goto(hosted('sign-in'))
      await listens(visitor)
      await visitor.getByLabel('Email address or username').fill('una_u')
      await visitor.keyboard.press('Enter')
      await codeField(visitor).waitFor()
      const shown = await card(visitor).textContent()
      assert.ok(shown?.includes('***') && !shown.includes(address), shown ?? '')
      await typeCode(visitor, (await inbox.next(address)).code ?? '')
      await visitor.waitForURL(at(paths.landing))
      await visitor.goto(hosted('user'))
      await reads(visitor.locator('.lk-profileSection__username'), 'una_u')
    } finally {
      await server.set('attributes.username.enabled=off', 'attributes.username.required=off')
    }
    const after = (await another()).page
    await after.goto(hosted('sign-up'))
    await listens(after)
    assert.equal(await after.getByLabel('Username').count(), 0)
  })
}
