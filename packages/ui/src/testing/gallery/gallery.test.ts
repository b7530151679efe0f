import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Shown, showGallery, type Visit } from './open.ts'

let shown: Shown
beforeAll(async () => {
  shown = await showGallery()
})
afterAll(() => shown.close())

describe('by hand', { timeout: 60_000 }, () => {
  const focused = ({ page }: Visit) =>
    page.evaluate(() => document.activeElement?.getAttribute('name') ?? document.activeElement?.className)
  const calls = ({ page }: Visit) =>
    page.evaluate(() => (globalThis as unknown as { latchkey: { calls: [string, unknown][] } }).latchkey.calls)
  let visit: Visit
  beforeAll(async () => {
    visit = await shown.page()
  })

  it('signs in from the keyboard alone, with a look back and a wrong code on the way', async () => {
    const { page } = visit
    await visit.open('walk-sign-in', 'keep=1')
    await expect.poll(() => focused(visit)).toBe('email_address')
    await page.keyboard.type('ada@northwind.test')
    await page.keyboard.press('Enter')
    await page.waitForSelector('[data-state=verify]')
    await expect.poll(() => focused(visit)).toBe('code')
    expect(page.url()).toMatch(/keep=1#\/verify$/)

    await page.goBack()
    await page.waitForSelector('[data-state=start]')
    expect(await page.inputValue('[name=email_address]')).toBe('ada@northwind.test')
    await page.goForward()
    await page.waitForSelector('[data-state=verify]')

    await expect.poll(() => focused(visit)).toBe('code')
    await page.keyboard.type('11x1-')
    expect(await page.inputValue('[name=code]')).toBe('111')
    await page.keyboard.type('111')
    await page.waitForSelector('[role=alert]')
    await expect.poll(() => page.inputValue('[name=code]')).toBe('')
    expect(await focused(visit)).toBe('code')
    expect(await page.getAttribute('[name=code]', 'aria-invalid')).toBe('true')

    await page.keyboard.insertText('Your code is 123 456')
    await page.waitForSelector('[data-state=done]')
    const done = await calls(visit)
    expect(done.map(([name]) => name)).toEqual(['create', 'attempt', 'attempt', 'setActive'])
    const redirectUrl = page.url().replace(/#.*/, '')
    expect(done[0]?.[1]).toEqual({ identifier: 'ada@northwind.test', strategy: 'email_link', redirectUrl })
    expect(done[2]?.[1]).toEqual({ strategy: 'email_code', code: '123456' })
    expect(done[3]?.[1]).toEqual({ session: 'sess_1', redirectUrl: '/main' })
  })

  it.each([
    ['Sign out', ['signOut', { redirectUrl: '/', sessionId: 'sess_1' }]],
    ['Sign out of all accounts', ['signOut', { redirectUrl: '/', sessionId: undefined }]],
    ['Switch to Grace Hopper', ['setActive', { session: 'sess_2', redirectUrl: undefined }]],
  ])('keeps the menu open until it is done, and says when it failed: %s', async (name, call) => {
    const { page, complaints } = visit
    complaints.length = 0
    await visit.show('user-button-failed')
    const item = page.getByRole('menuitem', { name, exact: true })
    const alert = page.locator('.lk-userButtonPopoverCard [role=alert]')
    await item.click()
    await page.waitForFunction((label) => {
      const spun = [...document.querySelectorAll('[role=menu] .lk-spinner')].map(
        (spinner) => spinner.closest('[role=menuitem]')?.textContent,
      )
      return (
        spun.length === 1 &&
        spun[0]?.endsWith(label) &&
        document.querySelector('.lk-userButtonPopoverCard:popover-open [role=alert]') === null
      )
    }, name)
    await expect.poll(() => alert.allInnerTexts()).toEqual(['We can’t reach the server. Check your connection and try again.'])
    await page.evaluate(() => {
      const { latchkey } = globalThis as unknown as { latchkey: Record<string, unknown> & { calls: unknown[] } }
      for (const method of ['signOut', 'setActive']) latchkey[method] = async (how: unknown) => void latchkey.calls.push([method, how])
    })
    await item.click()
    await page.waitForSelector('.lk-userButtonTrigger[aria-expanded=false]')
    expect([await calls(visit), complaints]).toEqual([[call], []])
  })

  it('asks in the account for the names a form asks for, and leaves out what was emptied', async () => {
    const { page } = visit
    await visit.show('user-profile-rename')
    expect(
      await page
        .locator('.lk-profileSectionForm input')
        .evaluateAll((all: HTMLInputElement[]) => all.map((input) => [input.name, input.value, input === document.activeElement])),
    ).toEqual([
      ['first_name', 'Ada', true],
      ['last_name', 'Lovelace', false],
    ])
    await page.fill('[name=first_name]', ' ')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.innerText('.lk-profileSectionForm [role=alert]')).toBe('Required.')
    await page.fill('[name=first_name]', ' Augusta ')
    await page.fill('[name=last_name]', '')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.lk-profileSectionForm', { state: 'detached' })
    expect(await calls(visit)).toEqual([['update', { firstName: 'Augusta', lastName: null }]])
  })

  it('says that a code was sent to an address once it was, and of a code that it is wrong when it is', async () => {
    const { page } = visit
    const said = () => page.innerText('.lk-profileSectionForm')
    await visit.show('user-profile-confirm-sending')
    expect(await said()).toMatch(/^Just a moment/)
    expect(await said()).not.toContain('We sent a code')
    await visit.show('user-profile-confirm-unsent')
    expect(await said()).toContain('We can’t reach the server.')
    expect(await said()).not.toMatch(/We sent a code|Just a moment/)
    await page.click('.lk-formResendCodeLink')
    await expect.poll(said).toMatch(/^We sent a code to countess@northwind\.test\./)

    const attempt = async (code: string) => {
      await page.fill('[name=code]', code)
      await page.waitForSelector('.lk-profileSectionForm [role=alert]')
      await expect.poll(() => page.getAttribute('.lk-profileSectionForm [type=submit]', 'aria-busy')).not.toBe('true')
      return [await page.innerText('.lk-profileSectionForm [role=alert]'), await page.inputValue('[name=code]')]
    }
    expect(await attempt('222222')).toEqual([expect.stringMatching(/^We can’t reach/), '222222'])
    expect(await attempt('333333')).toEqual(['This no longer exists. Reload the page.', '333333'])
    expect(await attempt('111111')).toEqual([expect.stringMatching(/^Wrong code/), ''])
    await page.fill('[name=code]', '654321')
    await page.waitForSelector('.lk-profileSectionForm', { state: 'detached' })
  })

  it('comes back to the code after a reload, and sends nothing again', async () => {
    await visit.open('sign-in-verify')
    expect(await calls(visit)).toEqual([])
    expect(visit.page.url()).toContain('#/verify')
  })

  it('forgets a step that nobody is at', async () => {
    await visit.show('sign-in')
    await visit.page.evaluate(() => (location.hash = '#/verify'))
    await expect.poll(() => visit.page.url()).not.toContain('#')
    expect(await visit.page.getAttribute('.lk-card', 'data-state')).toBe('start')
  })

  it.each(['123-456', 'Northwind 2026: 123 456', '１２３４５６', '١٢٣٤٥٦', 'कोड १२३ ४५६'])(
    'takes %j for a code, and sends it once',
    async (text) => {
      const { page } = visit
      await visit.show('walk-sign-in')
      await page.fill('[name=email_address]', 'ada@northwind.test')
      await page.keyboard.press('Enter')
      await page.waitForSelector('[data-state=verify]')
      await page.focus('[name=code]')
      await page.keyboard.insertText(text)
      await page.waitForSelector('[data-state=done]')
      expect((await calls(visit)).filter(([name]) => name === 'attempt')).toHaveLength(1)
    },
  )

  it('goes on from a wrong address, and from a wrong code, on a page that the browser has translated', async () => {
    const { page, complaints } = visit
    complaints.length = 0
    await visit.show('walk-sign-in', 'translated')
    for (const [address, says] of [
      ['ada', 'not-an-address'],
      ['nobody@northwind.test', 'unknown'],
    ]) {
      await page.fill('[name=email_address]', address!)
      await page.keyboard.press('Enter')
      await page
        .waitForSelector('.lk-formFieldErrorText font font', { timeout: 2_000 })
        .catch(() => complaints.push(`${says}: nothing was said`))
    }
    await page.fill('[name=email_address]', 'ada@northwind.test')
    await page.keyboard.press('Enter')
    await page.waitForSelector('[data-state=verify] h1 font')
    await page.fill('[name=code]', '111111')
    await page.waitForSelector('.lk-otpCodeFieldErrorText font')
    await page.getByRole('button', { name: 'Try another way' }).click()
    await page.waitForSelector('[data-state=methods] h1 font')
    await page.goBack()
    await page.fill('[name=code]', '123456')
    await page.waitForSelector('[data-state=done] h1 font')
    expect(complaints).toEqual([])
  })

  it('leads back to the start from a code that came when the sign-in was over', async () => {
    const { page } = visit
    await visit.show('sign-in-over')
    expect(await page.innerText('[role=alert] p')).toBe('This has expired. Start again.')
    await page.getByRole('button', { name: 'Start over' }).click()
    await page.waitForSelector('[data-state=start]')
    expect([await page.locator('[role=alert]').count(), await page.inputValue('[name=email_address]')]).toEqual([
      0,
      'ada.lovelace@northwind.test',
    ])
    expect(await focused(visit)).toBe('email_address')
    await page.keyboard.press('Enter')
    await page.waitForSelector('[data-state=verify]')
  })

  it('lets an input method finish before it takes its digits', async () => {
    const { page } = visit
    await visit.show('walk-sign-in')
    await page.fill('[name=email_address]', 'ada@northwind.test')
    await page.keyboard.press('Enter')
    await page.waitForSelector('[data-state=verify]')
    await page.focus('[name=code]')
    const session = await page.context().newCDPSession(page)
    for (const text of ['１', '１２', '１２３'])
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    expect(await page.inputValue('[name=code]')).toBe('１２３')
    await session.send('Input.insertText', { text: '１２３' })
    await expect.poll(() => page.inputValue('[name=code]')).toBe('123')
  })

  it('takes the address along to the other form, out of sight of servers', async () => {
    const { page } = visit
    await visit.open('sign-in', 'redirect_url=/main?a=1')
    await page.fill('[name=email_address]', 'ada@northwind.test')
    await page.click('.lk-footerActionLink')
    await expect
      .poll(() => calls(visit))
      .toEqual([['navigate', '/sign-up?redirect_url=%2Fmain%3Fa%3D1#/?email_address=ada%40northwind.test']])
  })

  it.each([
    ['sign-in-outage', 'We can’t reach the server. Check your connection and try again.', ['reload']],
    ['sign-in-outage-refused', 'Something went wrong. Try again in a moment.', ['reload']],
    ['sign-in-server-away', 'We can’t reach the server. Try again in a moment.', []],
  ])('says whose fault it is that nobody could be asked, and asks again: %s', async (story, sentence, asked) => {
    const { page } = visit
    await visit.show(story)
    await expect.poll(() => page.innerText('[role=alert] p')).toBe(sentence)
    await page.click('.lk-alertAction')
    await expect.poll(async () => (await calls(visit)).map(([name]) => name)).toEqual(asked)
  })

  it('takes a link up again that was opened while the server was away', async () => {
    const { page } = visit
    await visit.show('sign-in-landing-away')
    expect(await page.getAttribute('.lk-card', 'data-state')).toBe('landing')
    expect(await page.innerText('.lk-card')).not.toMatch(/moment|already used/)
    await page.evaluate(() => {
      const { latchkey } = globalThis as unknown as { latchkey: { load(): Promise<void>; set(change: object): void } }
      latchkey.load = async () => latchkey.set({ phase: 'ready', failure: null, sessions: [{ id: 'sess_1' }] })
    })
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.waitForSelector('[data-state=done]')
    expect(await calls(visit)).toEqual([['setActive', { session: 'sess_1', redirectUrl: '/main' }]])
  })

  it('goes on by itself with such a link when the server is back', async () => {
    const { page } = visit
    await visit.show('sign-in-landing-away')
    await page.evaluate(() => {
      const { latchkey } = globalThis as unknown as { latchkey: { load(): Promise<void>; set(change: object): void } }
      latchkey.load = async () => {}
      latchkey.set({ phase: 'ready', failure: null, sessions: [{ id: 'sess_1' }] })
    })
    await page.waitForSelector('[data-state=done]')
  })

  it('no longer tells of a wrong code when a link in another tab has signed in', async () => {
    const { page } = visit
    await visit.show('sign-in-wrong-code')
    await page.evaluate(() => {
      const { latchkey } = globalThis as unknown as { latchkey: { set(change: object): void } }
      const session = { id: 'sess_1', user: { id: 'user_1', primaryEmailAddress: null, fullName: 'Ada' } }
      latchkey.set({ sessions: [session], session, user: session.user })
    })
    await page.waitForSelector('[data-state=elsewhere]')
    await expect.poll(() => page.locator('[role=alert]').count()).toBe(0)
  })

  it('asks for its settings again when the server is back, and for nothing that is known', async () => {
    await visit.show('sign-in-settings-late')
    expect(await visit.page.innerText('h1')).toBe('Sign in to Northwind')
    expect((await calls(visit)).map(([name]) => name)).toEqual(['environment'])
  })

  it('says of every device where or when it was seen', async () => {
    const devices = () =>
      visit.page.$$eval('.lk-profileSectionItem__activeDevices .lk-profileSectionItemText', (all) =>
        all.map((device) => [...device.children].map((line) => line.textContent)),
      )
    await visit.show('user-profile')
    expect(await devices()).toEqual([
      ['Safari on Mac', 'Lisbon, Portugal · 203.0.113.7'],
      ['Safari on iPhone', '203.0.113.7', expect.stringMatching(/^Active \d+ years ago$/)],
    ])
    await visit.show('user-profile-nowhere')
    expect(await devices()).toEqual([['Safari on Mac', 'Active now']])
  })

  it('shows the account once the server is back, as its settings want it', async () => {
    const { page } = visit
    await visit.show('user-profile-away')
    await expect.poll(() => page.innerText('[role=alert] p')).toBe('We can’t reach the server. Check your connection and try again.')
    expect(await page.locator('[role=status]').count()).toBe(0)
    await page.click('.lk-alertAction')
    await expect.poll(async () => (await calls(visit)).map(([name]) => name)).toEqual(['reload'])
    await visit.show('user-profile-settings-late')
    expect(await page.getByRole('button', { name: 'Edit' }).count()).toBe(0)
    expect((await calls(visit)).map(([name]) => name)).toEqual(['environment'])
  })

  it('walks the menu by keys and gives the focus back', async () => {
    const { page } = visit
    await visit.show('user-button-sessions')
    await page.keyboard.press('Escape')
    await page.waitForSelector('.lk-userButtonTrigger[aria-expanded=false]')
    await page.focus('.lk-userButtonTrigger')
    await page.keyboard.press('Enter')
    const item = () => page.evaluate(() => document.activeElement?.textContent)
    await expect.poll(item).toBe('Manage account')
    await page.keyboard.press('ArrowDown')
    expect(await item()).toMatch(/^(GH)?Switch to Grace Hopper$/)
    await page.keyboard.press('End')
    expect(await item()).toBe('Sign out of all accounts')
    await page.keyboard.press('ArrowDown')
    expect(await item()).toBe('Manage account')
    await page.keyboard.press('Escape')
    await expect.poll(() => focused(visit)).toContain('lk-userButtonTrigger')
  })

  it('closes a dialog by Escape and by a click beside it, and gives the focus back', async () => {
    const { page } = visit
    await visit.show('modal-sign-in')
    await page.mouse.click(4, 4)
    await page.waitForSelector('dialog', { state: 'detached' })
    await page.click('main button')
    await page.waitForSelector('dialog [data-state=start]')
    expect(await focused(visit)).toBe('email_address')
    await page.keyboard.press('Escape')
    await page.waitForSelector('dialog', { state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON')
  })
})

describe('a part that is fetched later and cannot be had', { timeout: 60_000 }, () => {
  it.each([
    ['card', '**/later-cards*', 'sign-in-methods', '.lk-card .lk-alertAction', '.lk-card .lk-alternativeMethods'],
    ['menu', '**/user-menu*', 'user-button', '.lk-userButtonPopoverCard .lk-alertAction', '[role=menu] [role=menuitem]'],
  ])('says so in its place and is there at the second try: the %s', async (_, chunk, story, again, found) => {
    const { page, open } = await shown.page()
    await open('sign-in')
    await page.route(chunk, (route) => route.abort())
    await page.goto(page.url().replace(/\/sign-in\b.*/, `/${story}${story === 'sign-in-methods' ? '#/methods' : ''}`))
    if (story === 'user-button') await page.click('.lk-userButtonTrigger')
    await page.waitForSelector(again)
    expect(await page.textContent('[role=alert]:not(:empty)')).toContain('We can’t reach the server.')
    await page.unroute(chunk)
    await page.click(again)
    await page.waitForSelector(found)
    if (story === 'user-button') await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('menuitem')
    await page.close()
  })
})
