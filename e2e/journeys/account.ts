import assert from 'node:assert/strict'
import { test } from '../support/fixtures.ts'
import { reads } from '../support/reads.ts'
import { openUserMenu } from './clerk-ui.ts'
import { signIn } from './sign-in.ts'

/** Somebody who is signed in looks after the account, and leaves. */
export function accountJourneys(): void {
  test('account: a name changed in the user profile is the name the server sees', async ({ app, person, scene, page }) => {
    const gus = await person('gus')
    await signIn(scene, page, gus)
    await page.goto(app.url)
    await openUserMenu(page)
    await page.locator('.cl-userButtonPopoverActionButton__manageAccount').click()
    const profile = page.locator('.cl-userProfile-root')
    await profile.getByText(gus.address).first().waitFor()
    await profile.locator('.cl-profileSection__profile button').first().click()
    await profile.getByLabel('First name').fill('Augusta')
    await profile.getByLabel('Last name').fill('King')
    const saved = page.waitForResponse((response) => /\/v1\/me\?/.test(response.url()) && response.request().method() === 'POST')
    await profile.locator('.cl-formButtonPrimary').click()
    assert.equal((await saved).status(), 200)
    await page.goto(`${app.url}/main`)
    await reads(page.getByTestId('greeting'), 'Augusta King')
    const me = await page.request.get(`${app.url}/api/me`)
    assert.equal(((await me.json()) as { firstName: string }).firstName, 'Augusta')
  })

  test('sign-out by the user button: server and browser forget, and the protected page is closed', async ({ app, person, scene, page }) => {
    const hal = await person('hal')
    await signIn(scene, page, hal)
    await page.goto(app.url)
    await openUserMenu(page)
    await page.locator('.cl-userButtonPopoverActionButton__signOut').click()
    await page.getByRole('link', { name: 'Sign in' }).waitFor()
    await page.goto(app.url)
    await reads(page.getByTestId('server-user'), 'nobody')
    const me = await page.request.get(`${app.url}/api/me`)
    assert.equal(me.status(), 401)
  })

  test('sign-out by the sign-out button', async ({ app, person, scene, page }) => {
    const ida = await person('ida')
    await signIn(scene, page, ida)
    await page.goto(`${app.url}/main`)
    await reads(page.getByTestId('greeting'), ida.address)
    await page.getByRole('button', { name: 'Sign out here' }).click()
    await page.waitForURL(({ pathname }) => pathname !== '/main')
    await page.goto(app.url)
    await reads(page.getByTestId('server-user'), 'nobody')
  })
}
