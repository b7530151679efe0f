import assert from 'node:assert/strict'
import { test } from './own-suite.ts'
import { reads } from '../support/reads.ts'
import { giveAddress, listens, otherCode, typeCode } from './cards.ts'
import { shifted, watchShifts } from './first-paint-journeys.ts'
import { signIn } from './sign-in.ts'

/** The pages that Latchkey brings along, at the app's own origin and at the server's. */
export function hostedJourneys(): void {
  test('hosted pages: an app without pages of its own signs people up and shows them their account', async ({
    app,
    inbox,
    newAddress,
    page,
  }) => {
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
  })

  test('hosted pages: the menu leads to the account, and from there out', async ({ app, person, scene, page }) => {
    await signIn(scene, page, await person('ann'))
    await page.goto(`${app.url}/__latchkey/user`)
    await reads(page.locator('.lk-card'), 'Account')
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.waitForURL(/\/__latchkey\/sign-in/)
    assert.equal((await page.request.get(`${app.url}/api/me`, { maxRedirects: 0 })).status(), 401)
  })

  test('hosted pages: at the server itself somebody is signed in, too', async ({ server, inbox, person, page }) => {
    const ira = await person('ira')
    await page.goto(`${server.application.frontend_api_url}/sign-in`)
    await giveAddress(page, ira.address)
    const { code } = await inbox.next(ira.address)
    await typeCode(page, code ?? '')
    await page.waitForURL(`${server.application.frontend_api_url}/user`)
    await reads(page.locator('.lk-card'), ira.address)
  })

  test('hosted pages: the first answer is the form as it stands when it has come alive, and nothing moves', async ({
    app,
    another,
    page,
  }) => {
    const { page: plain } = await another({ javaScriptEnabled: false })
    await watchShifts(page)
    for (const path of ['sign-in', 'sign-up']) {
      const shown: unknown[] = []
      for (const one of [plain, page]) {
        await one.goto(`${app.url}/__latchkey/${path}?redirect_url=/main`, { waitUntil: 'networkidle' })
        if (one === page) await listens(page)
        const fields = one.locator('main input')
        shown.push({
          heading: await one.getByRole('heading', { level: 1 }).innerText(),
          fields: await fields.evaluateAll((all) => all.map((each) => [each.getAttribute('name'), each.id])),
          words: await one.locator('main').innerText(),
          tags: await one.locator('main *').evaluateAll((all) => all.map(({ tagName }) => tagName)),
        })
      }
      assert.deepEqual(shown[0], shown[1])
      assert.match(JSON.stringify(shown), /email_address/)
      assert.deepEqual(await shifted(page), [])
    }
  })

  test('hosted pages, JavaScript off: somebody signs up, is told what was wrong, renames themselves, signs out and signs in', async ({
    app,
    inbox,
    newAddress,
    another,
  }) => {
    const address = newAddress('nora')
    const { page } = await another({ javaScriptEnabled: false })
    const here = `${app.url}/__latchkey`
    const go = () => page.locator('button[type="submit"]').first().click()
    const give = async (name: string, value: string) => {
      await page.locator(`input[name="${name}"]`).fill(value)
      await go()
    }
    const told = (words: RegExp) => page.locator('[role="alert"]').filter({ hasText: words }).waitFor()
    const enterCode = async (wrongFirst?: RegExp) => {
      await page.locator('input[name="code"]').waitFor()
      const { code } = await inbox.next(address)
      if (wrongFirst) {
        await give('code', otherCode(code ?? ''))
        await told(wrongFirst)
      }
      await give('code', code ?? '')
      await page.waitForURL(`${app.url}/main`)
    }
    await page.goto(`${here}/sign-in?redirect_url=/main`)
    await give('email_address', address)
    await told(/No account/)
    await page.getByRole('link', { name: 'Create an account' }).click()
    await page.locator('input[name="first_name"]').fill('Nora')
    await give('email_address', address)
    await enterCode(/Wrong code/)
    await reads(page.locator('h1'), 'Nora')

    await page.goto(`${here}/user?redirect_url=/main`)
    await give('last_name', 'North')
    await reads(page.locator('[role="status"]'), 'Name saved.')
    await page.goto(`${here}/sign-in?redirect_url=/main`)
    await reads(page.locator('main'), 'Nora North')
    await go()
    await page.locator('input[name="email_address"]').waitFor()

    await page.goto(`${here}/sign-in?redirect_url=/main`)
    await give('email_address', address)
    await enterCode()
    await reads(page.locator('h1'), 'Nora North')
  })
}
