import assert from 'node:assert/strict'
import { test } from '../support/fixtures.ts'
import { reads } from '../support/reads.ts'
import { giveAddress, refused, typeCode } from './clerk-ui.ts'

/** Somebody comes for the first time. */
export function signUpJourneys(): void {
  test('sign-up by a mailed code: server, browser and route handler know the user, also after a reload', async ({
    app,
    inbox,
    paths,
    newAddress,
    page,
  }) => {
    const address = newAddress('ada')
    await page.goto(app.url + paths.signUp)
    await giveAddress(page, address)
    const mail = await inbox.next(address)
    assert.match(mail.code ?? '', /^\d{6}$/)
    assert.ok(mail.text.includes(mail.code ?? '-'), 'the code stands in the text of the mail')
    await typeCode(page, mail.code ?? '')
    await page.waitForURL(app.url + paths.landing)

    await page.goto(app.url)
    const userId = await reads(page.getByTestId('server-user'), /^user_\w{27}$/)
    await reads(page.getByTestId('browser-user'), address)
    await page.reload()
    await reads(page.getByTestId('server-user'), userId)
    await reads(page.getByTestId('browser-user'), address)
    await page.goto(`${app.url}/main`)
    await reads(page.getByTestId('greeting'), address)
    const me = await page.request.get(`${app.url}/api/me`)
    assert.equal(me.status(), 200)
    const { id, email } = (await me.json()) as { id: string; email: string }
    assert.deepEqual({ id, email }, { id: userId, email: address })
    assert.equal((await inbox.all(address)).length, 1, 'one mail was sent')
  })

  test('sign-up with a test address: 424242, and no mail', async ({ app, inbox, paths, newAddress, page }) => {
    const address = newAddress('tess').replace('@', '+clerk_test@')
    await page.goto(app.url + paths.signUp)
    await giveAddress(page, address)
    await typeCode(page, '424242')
    await page.waitForURL(app.url + paths.landing)
    await page.goto(`${app.url}/main`)
    await reads(page.getByTestId('greeting'), address)
    assert.deepEqual(await inbox.all(address), [])
  })

  test('sign-up with an address that is taken is refused, and sends nothing', async ({ app, inbox, paths, person, page }) => {
    const { address } = await person('bea')
    await page.goto(app.url + paths.signUp)
    const { status, code } = await refused(page, '/v1/client/sign_ups', () => giveAddress(page, address))
    assert.deepEqual({ status, code }, { status: 422, code: 'form_identifier_exists' })
    assert.deepEqual(await inbox.all(address), [])
  })
}
