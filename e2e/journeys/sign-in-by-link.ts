import assert from 'node:assert/strict'
import { test } from '../support/fixtures.ts'
import { reads } from '../support/reads.ts'
import { chooseCode, giveAddress, typeCode } from './clerk-ui.ts'

/** Somebody comes back and opens the link in the mail. */
export function signInByLinkJourneys(): void {
  test('sign-in by link in a second tab: that tab is signed in, the first one says so', async ({
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
    await page.getByText('Check your email').waitFor()
    const { link } = await inbox.next(eva.address)
    assert.ok(link, 'the mail has a link')
    const tab = await context.newPage()
    await tab.goto(link)
    await tab.waitForURL(app.url + paths.landing)
    await tab.goto(app.url)
    await reads(tab.getByTestId('server-user'), eva.id)
    await page.getByText('Signed in on other tab').waitFor()

    const again = await context.newPage()
    await again.goto(link)
    assert.equal(await countSessions(eva), 1, 'a link works once')
    assert.equal((await inbox.all(eva.address)).length, 1)
  })

  test('sign-in link opened in another browser: shows the code, signs nobody in there; the code works where it began', async ({
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
    await page.getByText('Check your email').waitFor()
    const { link, code } = await inbox.next(fay.address)
    const stranger = await another()
    await stranger.page.goto(link ?? '')
    const shown = (await stranger.page.locator('body').innerText()).replaceAll(/(?<=\d)\s(?=\d)/g, '')
    assert.ok(shown.includes(code ?? '-'), `the page shows the code of the mail, not:\n${shown}`)
    await stranger.page.goto(app.url)
    await reads(stranger.page.getByTestId('server-user'), 'nobody')
    assert.equal(await countSessions(fay), 0)

    await chooseCode(page)
    await typeCode(page, code ?? '')
    await page.waitForURL(app.url + paths.landing)
    await page.goto(app.url)
    await reads(page.getByTestId('server-user'), fay.id)
    assert.equal((await inbox.all(fay.address)).length, 1, 'switching to the code sent nothing new')
  })
}
