import assert from 'node:assert/strict'
import { giveAddress, typeCode } from '../journeys/clerk-ui.ts'
import { signIn } from '../journeys/sign-in.ts'
import { test } from '../support/fixtures.ts'
import { reads } from '../support/reads.ts'
import { claimsOf } from '../support/jwt.ts'

/** What belongs to this application and this SDK alone. */
export function visitJourneys(): void {
  test('signed out: server, browser and route handler agree', async ({ app, page }) => {
    await page.goto(app.url)
    await reads(page.getByTestId('server-user'), 'nobody')
    await reads(page.getByTestId('browser-user'), 'nobody')
    await page.getByRole('link', { name: 'Sign in' }).waitFor()
    const me = await page.request.get(`${app.url}/api/me`)
    assert.equal(me.status(), 401)
  })

  test('signed out: the protected page leads to sign-in, from there to sign-up, and back to the protected page', async ({
    app,
    inbox,
    newAddress,
    page,
  }) => {
    const address = newAddress('kim')
    await page.goto(`${app.url}/main`)
    await page.waitForURL(/\/sign-in/)
    assert.equal(new URL(page.url()).searchParams.get('redirect_url'), `${app.url}/main`)
    await page.locator('.cl-footerActionLink', { hasText: 'Sign up' }).click()
    await page.waitForURL(/\/sign-up/)
    await giveAddress(page, address)
    const { code } = await inbox.next(address)
    await typeCode(page, code ?? '')
    await page.waitForURL(`${app.url}/main`)
    await reads(page.getByTestId('greeting'), address)
  })

  test('signed in: a fresh token is another token of the same session', async ({ app, server, person, scene, page, context }) => {
    const leo = await person('leo')
    await signIn(scene, page, leo)
    await page.goto(app.url)
    const session = await reads(page.getByTestId('server-session'), /^sess_/)
    const held = (await context.cookies(app.url)).find(({ name }) => name === '__session')?.value ?? ''
    await page.getByRole('button', { name: 'Fresh token' }).click()
    const token = await reads(page.getByTestId('token'), /^ey[\w-]+\.[\w-]+\.[\w-]+$/)
    assert.notEqual(token, held)
    const { sub, sid, azp, iss, exp, iat } = claimsOf(token)
    assert.deepEqual({ sub, sid, azp, iss }, { sub: leo.id, sid: session, azp: app.url, iss: server.application.frontend_api_url })
    assert.equal(Number(exp) - Number(iat), 60)
  })

  test('signed in: the profile page opens at its own address', async ({ app, person, scene, page }) => {
    const mia = await person('mia')
    await signIn(scene, page, mia)
    await page.goto(`${app.url}/user`)
    await page.locator('.cl-userProfile-root').getByText(mia.address).first().waitFor()
    await page.getByRole('button', { name: 'Security' }).click()
    await page.waitForURL(`${app.url}/user/security`)
    await page.getByText('This device').waitFor()
  })
}
