import assert from 'node:assert/strict'
import { test } from './own-suite.ts'
import { reads } from '../support/reads.ts'
import { at, card, codeField, giveAddress, holds, listens, otherCode, says, typeCode } from './cards.ts'

/** Somebody comes back and types a code. */
export function codeJourneys(): void {
  test('sign-in: a wrong code is refused, then the right one is taken', async ({ app, inbox, paths, person, countSessions, page }) => {
    const ben = await person('ben')
    await page.goto(app.url + paths.signIn)
    await giveAddress(page, ben.address)
    const code = (await inbox.next(ben.address)).code ?? ''
    await typeCode(page, otherCode(code))
    await says(page, /code/i)
    assert.equal(await codeField(page).inputValue(), '', 'the wrong code is cleared')
    await typeCode(page, code)
    await page.waitForURL(at(paths.landing))
    assert.equal(await countSessions(ben), 1)
  })

  test('keyboard only: from the address to the page behind it without a mouse', async ({ app, inbox, paths, person, page }) => {
    const kai = await person('kai')
    await page.goto(app.url + paths.signIn)
    await listens(page)
    await card(page).locator('input[name="email_address"]').focus()
    await page.keyboard.type(kai.address)
    await page.keyboard.press('Enter')
    const code = (await inbox.next(kai.address)).code ?? ''
    await codeField(page).waitFor()
    await page.waitForFunction(() => document.activeElement?.getAttribute('autocomplete') === 'one-time-code')
    await page.keyboard.type(code)
    await page.waitForURL(at(paths.landing))
  })

  test('reload in the middle of a code: the same card comes back, sends nothing again, and takes the code', async ({
    app,
    inbox,
    paths,
    person,
    page,
  }) => {
    const rea = await person('rea')
    await page.goto(app.url + paths.signIn)
    await giveAddress(page, rea.address)
    const code = (await inbox.next(rea.address)).code ?? ''
    await codeField(page).waitFor()
    await page.reload()
    await codeField(page).waitFor()
    assert.equal((await inbox.all(rea.address)).length, 1)
    await typeCode(page, code)
    await page.waitForURL(at(paths.landing))
  })

  test('back button: from the code to the address, which is still there, and forward to the code again', async ({
    app,
    inbox,
    paths,
    person,
    page,
  }) => {
    const bo = await person('bo')
    await page.goto(app.url)
    await page.goto(app.url + paths.signIn)
    await giveAddress(page, bo.address)
    const code = (await inbox.next(bo.address)).code ?? ''
    await codeField(page).waitFor()
    await page.goBack()
    await card(page).locator('input[name="email_address"]').waitFor()
    await holds(page, bo.address)
    await page.goForward()
    await codeField(page).waitFor()
    assert.equal((await inbox.all(bo.address)).length, 1)
    await typeCode(page, code)
    await page.waitForURL(at(paths.landing))
  })

  test('back button: from the code of a sign-up to the address and the names, which are still there, and forward to the code again', async ({
    app,
    inbox,
    paths,
    newAddress,
    page,
  }) => {
    const address = newAddress('bao')
    await page.goto(app.url + paths.signUp)
    await giveAddress(page, address, { first: 'Bao', last: 'Ng' })
    const code = (await inbox.next(address)).code ?? ''
    await codeField(page).waitFor()
    await page.goBack()
    await holds(page, address)
    for (const [name, value] of [
      ['first_name', 'Bao'],
      ['last_name', 'Ng'],
    ] as const) {
      assert.equal(await card(page).locator(`input[name="${name}"]`).inputValue(), value)
    }
    await page.goForward()
    await codeField(page).waitFor()
    await page.reload()
    await codeField(page).waitFor()
    await page.goBack()
    await holds(page, address)
    await page.goForward()
    await typeCode(page, code)
    await page.waitForURL(at(paths.landing))
  })
}

/** What may happen to a code besides. */
export function moreCodeJourneys(): void {
  test('sign-in with an unknown address is refused in words, sends nothing, and offers to sign up with it', async ({
    app,
    inbox,
    paths,
    newAddress,
    page,
  }) => {
    const address = newAddress('nobody')
    await page.goto(app.url + paths.signIn)
    await giveAddress(page, address)
    await says(page, /no account uses/i)
    assert.deepEqual(await inbox.all(address), [])
    await card(page)
      .getByRole('link', { name: /sign up|create/i })
      .first()
      .click()
    await page.waitForURL((url) => url.pathname === paths.signUp)
    await holds(page, address)
  })

  test('sign-in: after five wrong codes the right one is refused too, and there is a way to begin again', async ({
    app,
    inbox,
    paths,
    person,
    countSessions,
    page,
  }) => {
    const cem = await person('cem')
    await page.goto(app.url + paths.signIn)
    await giveAddress(page, cem.address)
    const code = (await inbox.next(cem.address)).code ?? ''
    for (const nth of [1, 2, 3, 4, 5]) {
      const answer = page.waitForResponse(/attempt_first_factor/)
      await typeCode(page, otherCode(code, nth))
      await answer
      await page.waitForTimeout(400)
    }
    await typeCode(page, code)
    await reads(card(page), /Too many/)
    assert.equal(await countSessions(cem), 0)
    const headers = { accept: 'text/html', 'sec-fetch-dest': 'document' }
    assert.equal((await page.request.get(`${app.url}/main`, { headers, maxRedirects: 0 })).status(), 307)
    // In place and for the same address: a new email, whose code works.
    await card(page).getByRole('button', { name: 'Send a new code' }).click()
    await typeCode(page, (await inbox.next(cem.address)).code ?? '')
    await page.waitForURL((url) => url.pathname === paths.landing)
    assert.equal(await countSessions(cem), 1)
  })

  test('sign-in: a code that is older than ten minutes is refused, and a new one is had from the same card', async ({
    app,
    server,
    inbox,
    paths,
    person,
    countSessions,
    page,
  }) => {
    const dan = await person('dan')
    await page.goto(app.url + paths.signIn)
    await giveAddress(page, dan.address)
    const code = (await inbox.next(dan.address)).code ?? ''
    await server.moveClock(11 * 60_000)
    try {
      await typeCode(page, code)
      await reads(card(page), /expired/)
      assert.equal(await countSessions(dan), 0)
      await card(page).getByRole('button', { name: 'Send a new code' }).click()
      await codeField(page).waitFor()
    } finally {
      // Back before the session begins: to the app's own clock, a token from the future is none.
      await server.moveClock(0)
    }
    const fresh = (await inbox.next(dan.address)).code ?? ''
    await typeCode(page, fresh)
    await page.waitForURL(at(paths.landing))
  })

  for (const shape of ['123 456', '123-456', 'Your code is 123456.']) {
    test(`paste: a code pasted as “${shape}” is taken`, async ({ app, inbox, paths, person, page }) => {
      const pia = await person('pia')
      await page.goto(app.url + paths.signIn)
      await giveAddress(page, pia.address)
      const code = (await inbox.next(pia.address)).code ?? ''
      const text = shape.replace(/123(.?)456/, (_, gap: string) => `${code.slice(0, 3)}${gap}${code.slice(3)}`)
      await codeField(page).waitFor()
      await codeField(page).focus()
      await page.evaluate((pasted) => {
        const data = new DataTransfer()
        data.setData('text/plain', pasted)
        const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
        if (document.activeElement?.dispatchEvent(event)) document.execCommand('insertText', false, pasted)
      }, text)
      await page.waitForURL(at(paths.landing))
    })
  }

  test('a code that the browser fills in from a message: the field says what it is, and filling it is enough', async ({
    app,
    inbox,
    paths,
    person,
    page,
  }) => {
    const oda = await person('oda')
    await page.goto(app.url + paths.signIn)
    await giveAddress(page, oda.address)
    const code = (await inbox.next(oda.address)).code ?? ''
    const field = codeField(page)
    await field.waitFor()
    assert.equal(await field.getAttribute('inputmode'), 'numeric')
    assert.equal(await page.locator('input[autocomplete="one-time-code"]').count(), 1)
    await field.fill(code)
    await page.waitForURL(at(paths.landing))
  })

  test('double click: one sign-in is begun, one mail is sent', async ({ app, inbox, paths, person, page }) => {
    const dot = await person('dot')
    await page.goto(app.url + paths.signIn)
    await listens(page)
    let begun = 0
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/v1/client/sign_ins')) begun += 1
    })
    await card(page).locator('input[name="email_address"]').fill(dot.address)
    await card(page).locator('.lk-formButtonPrimary').dblclick()
    const code = (await inbox.next(dot.address)).code ?? ''
    await typeCode(page, code)
    await page.waitForURL(at(paths.landing))
    assert.equal(begun, 1)
    assert.equal((await inbox.all(dot.address)).length, 1)
  })

  test('an address with a slip is asked about before anything is sent', async ({ app, paths, page }) => {
    await page.goto(app.url + paths.signIn)
    await listens(page)
    let sent = 0
    page.on('request', (request) => {
      if (request.method() === 'POST') sent += 1
    })
    await card(page).locator('input[name="email_address"]').fill('ada@')
    await card(page).locator('.lk-formButtonPrimary').click()
    await page.waitForTimeout(500)
    assert.equal(sent, 0)
    assert.equal(
      await card(page)
        .locator('input[name="email_address"]')
        .evaluate((field) => (field as HTMLInputElement).validity.valid),
      false,
    )
    await reads(card(page).locator('h1, h2'), /sign in/i)
  })
}
