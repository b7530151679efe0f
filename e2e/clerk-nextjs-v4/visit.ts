import assert from 'node:assert/strict'
import { giveAddress, typeCode } from '../own/cards.ts'
import { test } from '../support/fixtures.ts'
import { reads } from '../support/reads.ts'

/** What belongs to the article's application and the SDK of its time alone. */
export function visitJourneys(): void {
  test('signed out: the home page is open, the route handler answers 401', async ({ app, page }) => {
    await page.goto(app.url)
    await reads(page.getByTestId('server-user'), 'nobody')
    await page.getByRole('link', { name: 'Sign in' }).waitFor()
    const me = await page.request.get(`${app.url}/api/me`)
    assert.equal(me.status(), 401)
  })

  test('signed out: the protected page leads through the account portal to the hosted sign-in page, and back', async ({
    app,
    inbox,
    person,
    page,
  }) => {
    const ned = await person('ned')
    const portal = page.waitForRequest((request) => new URL(request.url()).hostname.startsWith('accounts.'))
    await page.goto(`${app.url}/main`)
    assert.equal(new URL((await portal).url()).protocol, 'https:')
    await giveAddress(page, ned.address)
    const { code } = await inbox.next(ned.address)
    await typeCode(page, code ?? '')
    await page.waitForURL(({ origin, pathname }) => origin === app.url && pathname === '/main')
    await reads(page.getByTestId('greeting'), ned.address)
    await reads(page.getByTestId('browser-user'), ned.address)
  })
}
