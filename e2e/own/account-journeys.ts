import assert from 'node:assert/strict'
import type { Page } from '@playwright/test'
import type { Scene } from '../journeys/scene.ts'
import { test } from './own-suite.ts'
import { reads } from '../support/reads.ts'
import { openUserMenu } from './cards.ts'
import { signIn } from './sign-in.ts'

/** Nobody is signed in any more. */
async function closed({ app, paths }: Scene, page: Page): Promise<void> {
  assert.equal((await page.request.get(`${app.url}/api/me`, { maxRedirects: 0 })).status(), 401)
  await page.goto(`${app.url}/main`)
  await page.waitForURL((url) => url.pathname === paths.signIn)
}

/** Somebody who is signed in looks around, and leaves. */
export function accountJourneys(): void {
  test('sign-out by the user button: server and browser forget, and the protected page is closed', async ({ person, scene, page }) => {
    const hal = await person('hal')
    await signIn(scene, page, hal)
    await openUserMenu(page)
    await reads(page.locator('.lk-userButtonPopoverCard'), hal.address)
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.waitForURL((url) => url.pathname === '/')
    await page.getByRole('link', { name: 'Sign in' }).first().waitFor()
    await closed(scene, page)
  })

  test('sign-out by the sign-out button', async ({ paths, person, scene, page }) => {
    const ida = await person('ida')
    await signIn(scene, page, ida)
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.waitForURL((url) => url.pathname !== paths.landing)
    await closed(scene, page)
  })

  test('account: an hour after signing in, a new address is added only once it was shown who is there', async ({
    app,
    inbox,
    newAddress,
    page,
    person,
    scene,
    server,
  }) => {
    const ned = await person('ned')
    await signIn(scene, page, ned)
    await page.goto(`${app.url}/__latchkey/user`)
    server.age(60)
    await page.getByRole('button', { name: 'Add email address' }).click()
    const further = newAddress('ned-too')
    await page.getByLabel('New email address').fill(further)
    await page.getByRole('button', { name: 'Send a code' }).click()
    const question = page.getByRole('dialog', { name: 'Confirm it’s you' })
    await question.waitFor()
    await page.keyboard.press('Escape')
    await question.waitFor({ state: 'detached' })
    // Who rather would not finds what they typed as they left it.
    assert.equal(await page.getByLabel('New email address').inputValue(), further)
    await page.getByRole('button', { name: 'Send a code' }).click()
    const { code } = await inbox.next(ned.address)
    await question.getByLabel('6-digit code').fill(code ?? '')
    await question.waitFor({ state: 'detached' })
    const { code: second } = await inbox.next(further)
    await page.getByLabel('6-digit code').fill(second ?? '')
    await page.getByRole('button', { name: `Make primary: ${further}` }).waitFor()
  })

  test('two tabs: signing out in one shows in the other without a click', async ({ app, paths, person, scene, page, context }) => {
    const tia = await person('tia')
    await signIn(scene, page, tia)
    const other = await context.newPage()
    await other.goto(app.url)
    await other.locator('.lk-userButtonTrigger').waitFor()
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.waitForURL((url) => url.pathname !== paths.landing)
    await other.getByRole('link', { name: 'Sign in' }).first().waitFor()
  })

  test('back after sign-out: the protected page is not shown again', async ({ paths, person, scene, page }) => {
    const bel = await person('bel')
    await signIn(scene, page, bel)
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.waitForURL((url) => url.pathname !== paths.landing)
    await page.getByRole('link', { name: 'Sign in' }).first().waitFor()
    await page.goBack()
    await page.waitForTimeout(1_000)
    assert.doesNotMatch(await page.locator('body').innerText(), /Welcome/)
  })

  test('already signed in: the sign-in page says as whom, and goes on to where one wanted', async ({ app, paths, person, scene, page }) => {
    const amy = await person('amy')
    await signIn(scene, page, amy)
    await page.goto(`${app.url}${paths.signIn}?redirect_url=/main`)
    await page.waitForURL((url) => url.pathname === '/main')
    await page.goto(app.url + paths.signIn)
    await reads(page.locator('body'), new RegExp(`${amy.address}|Welcome`))
  })

  test('a redirect to somebody else’s site is not followed', async ({ app, paths, person, scene, page }) => {
    const eve = await person('eve')
    for (const target of ['https://evil.example/', '//evil.example/', '/\\evil.example', 'javascript:alert(1)']) {
      await page.goto(`${app.url}${paths.signIn}?redirect_url=${encodeURIComponent(target)}`)
      await page.waitForTimeout(200)
      assert.equal(new URL(page.url()).origin, app.url)
    }
    await signIn(
      {
        ...scene,
        paths: { ...paths, signIn: `${paths.signIn}?redirect_url=${encodeURIComponent('https://evil.example/')}`, landing: '/' },
      },
      page,
      eve,
    )
    assert.equal(page.url(), `${app.url}/`)
  })
}
