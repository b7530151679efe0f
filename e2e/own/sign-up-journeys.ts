import assert from 'node:assert/strict'
import { test } from './own-suite.ts'
import { reads } from '../support/reads.ts'
import { card, giveAddress, holds, says, typeCode } from './cards.ts'

/** Somebody comes for the first time. */
export function signUpJourneys(): void {
  test('signed out: the protected page leads to sign-in, from there to sign-up, and back to the protected page', async ({
    app,
    inbox,
    paths,
    newAddress,
    page,
  }) => {
    const address = newAddress('ada')
    await page.goto(`${app.url}/main`)
    await page.waitForURL((url) => url.pathname === paths.signIn)
    assert.equal(new URL(page.url()).searchParams.get('redirect_url'), '/main')
    await card(page).getByRole('link', { name: 'Create an account' }).click()
    await page.waitForURL((url) => url.pathname === paths.signUp)
    await giveAddress(page, address, { first: 'Ada', last: 'King' })
    const mail = await inbox.next(address)
    assert.match(mail.code ?? '', /^\d{6}$/)
    await typeCode(page, mail.code ?? '')
    await page.waitForURL(`${app.url}/main`)
    await reads(page.locator('h1'), 'Ada King')

    await page.reload()
    await reads(page.locator('h1'), 'Ada King')
    const me = await page.request.get(`${app.url}/api/me`)
    assert.equal(me.status(), 200)
    const { user } = (await me.json()) as { user: { firstName: string; primaryEmailAddress: { emailAddress: string } } }
    assert.equal(user.firstName, 'Ada')
    await page.goto(app.url)
    await reads(page.locator('.lk-userButtonTrigger'), 'Ada')
    assert.equal((await inbox.all(address)).length, 1, 'one mail was sent')
  })

  test('sign-up with a test address: 424242, and no mail', async ({ app, inbox, paths, newAddress, page }) => {
    const address = newAddress('tess').replace('@', '+latchkey_test@')
    await page.goto(app.url + paths.signUp)
    await giveAddress(page, address)
    await typeCode(page, '424242')
    await page.waitForURL(app.url + paths.landing)
    await reads(page.locator('h1'), address)
    assert.deepEqual(await inbox.all(address), [])
  })

  test('sign-up with an address that is taken is refused, sends nothing, and offers to sign in with it', async ({
    app,
    inbox,
    paths,
    person,
    page,
  }) => {
    const { address } = await person('bea')
    await page.goto(app.url + paths.signUp)
    await giveAddress(page, address)
    await says(page, /already|taken/i)
    assert.deepEqual(await inbox.all(address), [])
    await card(page)
      .getByRole('link', { name: /sign in/i })
      .first()
      .click()
    await page.waitForURL((url) => url.pathname === paths.signIn)
    await holds(page, address)
  })
}
