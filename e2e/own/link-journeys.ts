import assert from 'node:assert/strict'
import { test } from './own-suite.ts'
import { reads } from '../support/reads.ts'
import { at, codeField, giveAddress, typeCode } from './cards.ts'

/** Somebody comes back and opens the link in the mail. */
export function linkJourneys(): void {
  test('link in a second tab: that tab is signed in, and the first one knows it by itself', async ({
    app,
    inbox,
    paths,
    person,
    countSessions,
    page,
    context,
  }) => {
    const eva = await person('eva')
    await page.goto(app.url + paths.signIn)
    await giveAddress(page, eva.address)
    await codeField(page).waitFor()
    const { link } = await inbox.next(eva.address)
    assert.ok(link?.startsWith(`${app.url}/__latchkey/v1/verify?`), `the link is the app's own: ${link}`)
    const tab = await context.newPage()
    await tab.goto(link ?? '')
    await tab.waitForURL(at(paths.landing))
    await reads(tab.locator('h1'), 'eva')
    await page.bringToFront()
    await reads(page.locator('body'), /signed in|Welcome/i)
    await page.goto(`${app.url}/main`)
    await reads(page.locator('h1'), 'eva')

    const again = await context.newPage()
    await again.goto(link ?? '')
    assert.equal(await countSessions(eva), 1, 'a link works once')
    assert.equal((await inbox.all(eva.address)).length, 1)
  })

  test('sign-up by the link of its mail: one mail, a link and a code in one card', async ({
    app,
    inbox,
    paths,
    newAddress,
    page,
    context,
  }) => {
    const address = newAddress('lin')
    await page.goto(app.url + paths.signUp)
    await giveAddress(page, address, { first: 'Lin' })
    await codeField(page).waitFor()
    await reads(page.locator('.lk-card'), /link/)
    const { link } = await inbox.next(address)
    const tab = await context.newPage()
    await tab.goto(link ?? '')
    await tab.waitForURL(at(paths.landing))
    await reads(tab.locator('h1'), 'Lin')
    assert.equal((await inbox.all(address)).length, 1)
  })

  test('link opened in another browser: shows the code, signs nobody in there; the code works where it began', async ({
    app,
    inbox,
    paths,
    person,
    countSessions,
    another,
    page,
  }) => {
    const fay = await person('fay')
    await page.goto(app.url + paths.signIn)
    await giveAddress(page, fay.address)
    await codeField(page).waitFor()
    const { link, code } = await inbox.next(fay.address)
    const stranger = await another()
    await stranger.page.goto(link ?? '')
    const shown = (await stranger.page.locator('body').innerText()).replaceAll(/(?<=\d)\s(?=\d)/g, '')
    assert.ok(shown.includes(code ?? '-'), `the page shows the code of the mail, not:\n${shown}`)
    await stranger.page.goto(`${app.url}/main`)
    await stranger.page.waitForURL((url) => url.pathname === paths.signIn)
    assert.equal(await countSessions(fay), 0)
    await typeCode(page, code ?? '')
    await page.waitForURL(at(paths.landing))
    assert.equal((await inbox.all(fay.address)).length, 1)
  })

  test('a link that expired says so where it lands, and leads back to the start', async ({
    app,
    server,
    inbox,
    paths,
    person,
    countSessions,
    page,
    context,
  }) => {
    const gil = await person('gil')
    await page.goto(app.url + paths.signIn)
    await giveAddress(page, gil.address)
    const { link } = await inbox.next(gil.address)
    await server.moveClock(11 * 60_000)
    try {
      const tab = await context.newPage()
      await tab.goto(link ?? '')
      await reads(tab.locator('body'), /expired/i)
      assert.equal(await countSessions(gil), 0)
    } finally {
      await server.moveClock(0)
    }
  })
}
