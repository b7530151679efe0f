import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from './own-suite.ts'
import { reads } from '../support/reads.ts'
import { inForeignFrame } from './frame-journeys.ts'
import { at, card, codeField, giveAddress, listens, typeCode } from './cards.ts'
import { signIn } from './sign-in.ts'

/** What a page says, and is answered, while the server is down. */
const whileDown = [/isn’t possible right now/, /^502 /]

/** A slow network, a server that is down, a browser without scripts. */
export function networkJourneys(): void {
  test('slow network: the button says that it works, a second click does nothing, and it goes through', async ({
    app,
    inbox,
    paths,
    person,
    countSessions,
    counter,
    page,
  }) => {
    const sue = await person('sue')
    await page.goto(app.url + paths.signIn)
    await listens(page)
    counter.slow(1_500)
    try {
      await giveAddress(page, sue.address)
      const button = card(page).locator('.lk-formButtonPrimary')
      await page.waitForFunction(() => document.querySelector('.lk-formButtonPrimary')?.getAttribute('aria-busy') === 'true')
      await button.click({ force: true, noWaitAfter: true }).catch(() => null)
      const { code } = await inbox.next(sue.address)
      await typeCode(page, code ?? '')
      await page.waitForURL(at(paths.landing))
    } finally {
      counter.slow(0)
    }
    assert.equal((await inbox.all(sue.address)).length, 1)
    assert.equal(await countSessions(sue), 1)
  })

  test('server down: the card says so, keeps what was typed, and goes on when it is back', async ({
    harmless,
    app,
    inbox,
    paths,
    person,
    counter,
    page,
  }) => {
    harmless.push(...whileDown)
    const dov = await person('dov')
    await page.goto(app.url + paths.signIn)
    await listens(page)
    counter.down(true)
    try {
      await giveAddress(page, dov.address)
      await reads(card(page).locator('[role="alert"]'), /reach|connection|network/i)
      assert.equal(await card(page).locator('input[name="email_address"]').inputValue(), dov.address)
    } finally {
      counter.down(false)
    }
    await giveAddress(page, dov.address)
    const { code } = await inbox.next(dov.address)
    await typeCode(page, code ?? '')
    await page.waitForURL(at(paths.landing))
  })

  test('server down: somebody signed in keeps the pages as long as the token lives; a sign-in page is still there', async ({
    harmless,
    app,
    paths,
    person,
    scene,
    counter,
    another,
    page,
  }) => {
    harmless.push(...whileDown)
    const una = await person('una')
    await signIn(scene, page, una)
    const { page: stranger } = await another()
    counter.down(true)
    try {
      const home = await page.goto(app.url)
      assert.equal(home?.status(), 200)
      const form = await stranger.goto(app.url + paths.signIn)
      assert.equal(form?.status(), 200)
      await card(stranger).locator('input[name="email_address"]').waitFor()
      const closed = await stranger.goto(`${app.url}/main`)
      assert.ok((closed?.status() ?? 500) < 500)
    } finally {
      counter.down(false)
    }
  })

  for (const [how, from, toForm] of [
    ['by the form’s own word', '/main', null],
    ['by the page’s query alone', '/plain?redirect_url=/main', '/plain'],
  ] as const) {
    test(`JavaScript off: the same form leads to a plain page, and by the code to the page one wanted, ${how}`, async ({
      app,
      inbox,
      paths,
      person,
      another,
    }) => {
      const nel = await person('nel')
      const { page: plain } = await another({ javaScriptEnabled: false })
      await plain.goto(app.url + from)
      await plain.waitForURL((url) => url.pathname === (toForm ?? paths.signIn))
      await plain.locator('input[name="email_address"]').fill(nel.address)
      await plain.locator('.lk-formButtonPrimary').click()
      const { code } = await inbox.next(nel.address)
      await plain.locator('input[autocomplete="one-time-code"]').fill(code ?? '')
      await plain.locator('button[type="submit"], input[type="submit"]').first().click()
      await plain.waitForURL(`${app.url}/main`)
      await reads(plain.locator('h1'), 'nel')
    })
  }

  test('in a frame of another site, where its cookies are not kept: told so before any email is sent, each time, with a way out', async ({
    harmless,
    app,
    inbox,
    paths,
    person,
    page,
  }) => {
    harmless.push(...inForeignFrame)
    const fay = await person('fay')
    const before = (await inbox.all(fay.address)).length
    const url = app.url + paths.signIn
    // Another address of this machine is another site.
    const elsewhere = createServer((_, answer) =>
      answer.setHeader('content-type', 'text/html').end(`<title>Elsewhere</title><iframe src="${url}" width="600" height="700"></iframe>`),
    )
    await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done))
    await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`)
    elsewhere.close()
    const frame = page.frameLocator('iframe')
    for (const _ of [1, 2]) {
      await frame.locator('input[name="email_address"]').fill(fay.address)
      await frame.locator('.lk-formButtonPrimary').click()
      await reads(frame.locator('[role="alert"]'), /blocking cookies/)
    }
    assert.equal((await inbox.all(fay.address)).length, before)
    const opened = page.waitForEvent('popup')
    await frame.getByRole('link', { name: 'Open in its own tab' }).click()
    const alone = await opened
    await giveAddress(alone, fay.address)
    const { code } = await inbox.next(fay.address)
    await typeCode(alone, code ?? '')
    await alone.waitForURL(at(paths.landing))
  })

  test('modal: the form opens over the page, Escape closes it, and a sign-in in it changes the page', async ({
    app,
    inbox,
    person,
    scene,
    page,
  }) => {
    const max = await person('max')
    await signIn(scene, page, await person('other'))
    await page.goto(`${app.url}/probe`)
    await page.getByRole('button', { name: 'Sign out by hook' }).click()
    await page.waitForURL(`${app.url}/`)
    await page.goto(`${app.url}/open`)
    const opener = page.getByRole('button', { name: 'Sign in here' })
    await opener.click()
    await page.locator('dialog[open]').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('dialog[open]').waitFor({ state: 'hidden' })
    await opener.click()
    await page.locator('dialog[open] input[name="email_address"]').fill(max.address)
    await page.locator('dialog[open] .lk-formButtonPrimary').click()
    await codeField(page).waitFor()
    const { code } = await inbox.next(max.address)
    await typeCode(page, code ?? '')
    await reads(page.getByTestId('browser-user'), max.address)
    await reads(page.getByTestId('server-user'), max.id)
  })
}
