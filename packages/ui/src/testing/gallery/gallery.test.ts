import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Shown, showGallery, type Visit } from './open.ts'

let shown: Shown
beforeAll(async () => {
  shown = await showGallery()
})
afterAll(() => shown.close())

/** Violations of axe's rules on the page, in a line each. @param only these rules rather than all */
function violations({ page }: Visit, only: readonly string[] | null): Promise<readonly string[]> {
  return page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> } }
    // The gallery's page has a heading only when a card is on it, and the user's button is none.
    const which = rules === null ? { rules: { 'page-has-heading-one': { enabled: false } } } : { runOnly: rules }
    const found = await axe.run({ ...which, resultTypes: ['violations'] })
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary}`))
  }, only)
}

const wear = ({ page }: Visit, theme: string) => page.evaluate((name) => (globalThis as unknown as { wear(theme: string): void }).wear(name), theme)

const SEEN = ['color-contrast', 'target-size']
const LOOKS = [['light', 375, null], ['dark', 375, SEEN], ['dark', 1440, SEEN], ['light', 1440, SEEN]] as const

/** What is wrong with a story: at two widths, in two looks. */
async function faults(visit: Visit, name: string): Promise<readonly string[]> {
  const { page, complaints } = visit
  const found: string[] = []
  complaints.length = 0
  await page.setViewportSize({ width: 375, height: 700 })
  try {
    await visit.open(name)
  } catch (error) {
    return [`${name}: ${String(error).split('\n')[0]}`]
  }
  const shifted = await page.evaluate(() => (globalThis as unknown as { shifts: number }).shifts)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (shifted > 0 && !(await page.evaluate(() => 'plays' in document.body.dataset))) found.push(`${name} shifts by ${shifted}`)
  if (wide > 0) found.push(`${name} is ${wide} px too wide for a phone`)
  // What a look or a width can change are colours and sizes; the rest is the same four times.
  for (const [theme, width, rules] of LOOKS) {
    await page.setViewportSize({ width, height: 900 })
    await wear(visit, theme)
    found.push(...(await violations(visit, rules)).map((line) => `${name} ${theme} ${width}: ${line}`))
  }
  return [...found, ...complaints.map((line) => `${name} complains: ${line}`)]
}

it('draws every card in every state without a fault, a shift, or a complaint', { timeout: 300_000 }, async () => {
  const names = shown.stories.map(({ name }) => name)
  const found: string[] = []
  const work = async () => {
    const visit = await shown.page()
    for (let name = names.pop(); name !== undefined; name = names.pop()) found.push(...(await faults(visit, name)))
  }
  await Promise.all([work(), work()])
  expect(found).toEqual([])
})

describe('by hand', { timeout: 60_000 }, () => {
  const focused = ({ page }: Visit) => page.evaluate(() => document.activeElement?.getAttribute('name') ?? document.activeElement?.className)
  const calls = ({ page }: Visit) => page.evaluate(() => (globalThis as unknown as { latchkey: { calls: [string, unknown][] } }).latchkey.calls)
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

  it('asks in the account for the names a form asks for, and leaves out what was emptied', async () => {
    const { page } = visit
    await visit.open('user-profile-rename')
    expect(await page.locator('.lk-profileSectionForm input').evaluateAll((all: HTMLInputElement[]) => all.map((input) => [input.name, input.value, input === document.activeElement]))).toEqual([
      ['first_name', 'Ada', true],
      ['last_name', 'Lovelace', false],
    ])
    await page.fill('[name=first_name]', ' ')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.innerText('.lk-profileSectionForm [role=alert]')).toBe('Fill this in to go on.')
    await page.fill('[name=first_name]', ' Augusta ')
    await page.fill('[name=last_name]', '')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.lk-profileSectionForm', { state: 'detached' })
    expect(await calls(visit)).toEqual([['update', { firstName: 'Augusta', lastName: null }]])
  })

  it('says that a code was sent to an address once it was, and of a code that it is wrong when it is', async () => {
    const { page } = visit
    const said = () => page.innerText('.lk-profileSectionForm')
    await visit.open('user-profile-confirm-sending')
    expect(await said()).toMatch(/^Just a moment/)
    expect(await said()).not.toContain('We sent a code')
    await visit.open('user-profile-confirm-unsent')
    expect(await said()).toContain('We could not reach the server.')
    expect(await said()).not.toMatch(/We sent a code|Just a moment/)
    await page.click('.lk-formResendCodeLink')
    await expect.poll(said).toMatch(/^We sent a code to countess@northwind\.test\./)

    const attempt = async (code: string) => {
      await page.fill('[name=code]', code)
      await page.waitForSelector('.lk-profileSectionForm [role=alert]')
      await expect.poll(() => page.getAttribute('.lk-profileSectionForm [type=submit]', 'aria-busy')).not.toBe('true')
      return [await page.innerText('.lk-profileSectionForm [role=alert]'), await page.inputValue('[name=code]')]
    }
    expect(await attempt('222222')).toEqual([expect.stringMatching(/^We could not reach/), '222222'])
    expect(await attempt('333333')).toEqual(['This is no longer there. Load the page again.', '333333'])
    expect(await attempt('111111')).toEqual([expect.stringMatching(/^That is not the code/), ''])
    await page.fill('[name=code]', '654321')
    await page.waitForSelector('.lk-profileSectionForm', { state: 'detached' })
  })

  it('comes back to the code after a reload, and sends nothing again', async () => {
    await visit.open('sign-in-verify')
    expect(await calls(visit)).toEqual([])
    expect(visit.page.url()).toContain('#/verify')
  })

  it('forgets a step that nobody is at', async () => {
    await visit.open('sign-in')
    await visit.page.evaluate(() => (location.hash = '#/verify'))
    await expect.poll(() => visit.page.url()).not.toContain('#')
    expect(await visit.page.getAttribute('.lk-card', 'data-state')).toBe('start')
  })

  it.each(['123-456', 'Northwind 2026: 123 456'])('takes %j for a code, and sends it once', async (text) => {
    const { page } = visit
    await visit.open('walk-sign-in')
    await page.fill('[name=email_address]', 'ada@northwind.test')
    await page.keyboard.press('Enter')
    await page.waitForSelector('[data-state=verify]')
    await page.focus('[name=code]')
    await page.keyboard.insertText(text)
    await page.waitForSelector('[data-state=done]')
    expect((await calls(visit)).filter(([name]) => name === 'attempt')).toHaveLength(1)
  })

  it('takes the address along to the other form, out of sight of servers', async () => {
    const { page } = visit
    await visit.open('sign-in', 'redirect_url=/main?a=1')
    await page.fill('[name=email_address]', 'ada@northwind.test')
    await page.click('.lk-footerActionLink')
    await expect.poll(() => calls(visit)).toEqual([['navigate', '/sign-up?redirect_url=%2Fmain%3Fa%3D1#/?email_address=ada%40northwind.test']])
  })

  it.each([
    ['sign-in-outage', 'We could not reach the server. Check your connection, then try again.', ['reload']],
    ['sign-in-outage-refused', 'Something went wrong on our side. Try again in a moment.', ['reload']],
    ['sign-in-server-away', 'We could not reach the server. Try again in a moment.', []],
  ])('says whose fault it is that nobody could be asked, and asks again: %s', async (story, sentence, asked) => {
    const { page } = visit
    await visit.open(story)
    await expect.poll(() => page.innerText('[role=alert] p')).toBe(sentence)
    await page.click('.lk-alertAction')
    await expect.poll(async () => (await calls(visit)).map(([name]) => name)).toEqual(asked)
  })

  it('takes a link up again that was opened while the server was away', async () => {
    const { page } = visit
    await visit.open('sign-in-landing-away')
    expect(await page.getAttribute('.lk-card', 'data-state')).toBe('landing')
    expect(await page.innerText('.lk-card')).not.toMatch(/moment|used before/)
    await page.evaluate(() => (globalThis as unknown as { latchkey: { set(change: object): void } }).latchkey.set({ phase: 'ready', sessions: [{ id: 'sess_1' }] }))
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.waitForSelector('[data-state=done]')
    expect(await calls(visit)).toEqual([['setActive', { session: 'sess_1', redirectUrl: '/main' }]])
  })

  it('asks for its settings again when the server is back, and for nothing that is known', async () => {
    await visit.open('sign-in-settings-late')
    expect(await visit.page.innerText('h1')).toBe('Sign in to Northwind')
    expect((await calls(visit)).map(([name]) => name)).toEqual(['environment'])
  })

  it('draws an empty disc in the colour of the page, whatever the look of the menu is', async () => {
    await visit.open('user-button-unlike-page-loading')
    const discs = await visit.page.$$eval('.lk-avatar', (all) => all.map((disc) => getComputedStyle(disc).backgroundColor))
    expect(discs).toEqual([discs[0], discs[0]])
    expect(Number(/^oklab\(([\d.]+) .* \/ 0\.\d+\)$/.exec(discs[0]!)?.[1])).toBeLessThan(0.4)
  })

  it('says of every device where or when it was seen', async () => {
    const devices = () => visit.page.$$eval('.lk-profileSectionItem__activeDevices .lk-profileSectionItemText', (all) => all.map((device) => [...device.children].map((line) => line.textContent)))
    await visit.open('user-profile')
    expect(await devices()).toEqual([
      ['Safari on Mac', 'Lisbon, Portugal · 203.0.113.7'],
      ['Safari on iPhone', '203.0.113.7', expect.stringMatching(/^Active \d+ years ago$/)],
    ])
    await visit.open('user-profile-nowhere')
    expect(await devices()).toEqual([['Safari on Mac', 'Active now']])
  })

  it('shows the account once the server is back, as its settings want it', async () => {
    const { page } = visit
    await visit.open('user-profile-away')
    await expect.poll(() => page.innerText('[role=alert] p')).toBe('We could not reach the server. Check your connection, then try again.')
    expect(await page.locator('[role=status]').count()).toBe(0)
    await page.click('.lk-alertAction')
    await expect.poll(async () => (await calls(visit)).map(([name]) => name)).toEqual(['reload'])
    await visit.open('user-profile-settings-late')
    expect(await page.getByRole('button', { name: 'Edit' }).count()).toBe(0)
    expect((await calls(visit)).map(([name]) => name)).toEqual(['environment'])
  })

  it('keeps what belongs together apart from the rest in a narrow account', async () => {
    await visit.page.setViewportSize({ width: 375, height: 900 })
    await visit.open('user-profile')
    const icons = await visit.page.$$eval('.lk-activeDeviceIcon', (all) => all.map((icon) => icon.getBoundingClientRect()).map(({ width, height }) => [width, height]))
    expect(icons).toEqual([[36, 36], [36, 36]])
    for (const list of ['emailAddresses', 'activeDevices']) {
      const inks = await visit.page.$$eval(`.lk-profileSectionItem__${list}`, (all) =>
        all.map((item) => {
          const boxes = [...item.querySelectorAll('*')].map((part) => part.getBoundingClientRect())
          return { top: Math.min(...boxes.map((box) => box.top)), bottom: Math.max(...boxes.map((box) => box.bottom)) }
        }),
      )
      const gaps = inks.slice(1).map(({ top }, index) => top - inks[index]!.bottom)
      for (const gap of gaps) expect(gap, list).toBeGreaterThan(8)
      expect(Math.max(...gaps) - Math.min(...gaps), list).toBeLessThan(6)
    }
  })

  it('walks the menu by keys and gives the focus back', async () => {
    const { page } = visit
    await visit.open('user-button-sessions')
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
    await visit.open('modal-sign-in')
    await page.mouse.click(4, 4)
    await page.waitForSelector('dialog', { state: 'detached' })
    await page.click('main button')
    await page.waitForSelector('dialog [data-state=start]')
    expect(await focused(visit)).toBe('email_address')
    await page.keyboard.press('Escape')
    await page.waitForSelector('dialog', { state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON')
  })

  it.each([
    ['as long as the window', 'auto', 0],
    ['longer than the window', 'auto', 1500],
    ['with room for a scrollbar anyway', 'auto; scrollbar-gutter: stable', 1500],
  ])('leaves a page %s where it is while a dialog is open', async (_, overflow, height) => {
    const { page } = visit
    await page.setViewportSize({ width: 1000, height: 700 })
    await visit.scrollbars(true)
    await visit.open('modal-sign-in')
    await page.keyboard.press('Escape')
    await page.waitForSelector('dialog', { state: 'detached' })
    await page.addStyleTag({ content: `@layer base{html{overflow-y:${overflow}}main{min-height:${height}px}}` })
    const stands = () =>
      page.evaluate(() => {
        const { left, right } = document.querySelector('main')!.getBoundingClientRect()
        return { left, right, padding: document.documentElement.style.padding }
      })
    const closed = await stands()
    expect(closed.right).toBe(height > 700 ? 985 : 1000)

    await page.click('main button')
    await page.waitForSelector('dialog [data-state=start]')
    expect(await stands()).toMatchObject({ left: closed.left, right: closed.right })
    expect(await page.evaluate(() => document.querySelector('dialog')!.clientWidth)).toBe(overflow === 'auto' ? 1000 : 985)
    await page.mouse.wheel(0, 300)
    await page.keyboard.press('Escape')
    await page.waitForSelector('dialog', { state: 'detached' })
    expect(await stands()).toEqual(closed)
    expect(await page.evaluate(() => scrollY)).toBe(0)
    await visit.scrollbars(false)
  })

  it.each(['sign-up', 'sign-in-development', 'sign-in-methods', 'sign-in-ticket'])('keeps labels on one line and the foot off the edge, however wide the window is: %s', async (name) => {
    await visit.open(name)
    const seen = async (width: number) => {
      await visit.page.setViewportSize({ width, height: 900 })
      const rows = await visit.page.$$eval('.lk-formFieldLabelRow', (all) => all.filter((row) => row.getBoundingClientRect().height > 24).map((row) => row.textContent))
      const room = await visit.page.$$eval('.lk-footer *', (all) => {
        const { top, bottom } = document.querySelector('.lk-footer')!.getBoundingClientRect()
        const boxes = all.map((element) => element.getBoundingClientRect())
        return { above: Math.min(...boxes.map((box) => box.top)) - top, below: bottom - Math.max(...boxes.map((box) => box.bottom)) }
      })
      return { width, rows, above: room.above >= 14, below: room.below >= 14, even: Math.abs(room.above - room.below) < 3 }
    }
    for (const width of [320, 350, 375, 1440]) expect(await seen(width)).toEqual({ width, rows: [], above: true, below: true, even: true })
  })

  it.each(['light', 'dark'] as const)('is %s where the device is, in the look of the system', async (scheme) => {
    const { page } = visit
    const colours = async (theme: string, colorScheme: 'light' | 'dark') => {
      await page.emulateMedia({ colorScheme })
      await visit.open('sign-in-wrong-code', `theme=${theme}`)
      return page.$$eval('[class*="lk-"]', (all) => all.map((element) => [element.className, ...['color', 'backgroundColor', 'boxShadow'].map((name) => getComputedStyle(element)[name as 'color'])]))
    }
    const other = scheme === 'light' ? 'dark' : 'light'
    expect(await colours('system', scheme)).toEqual(await colours(scheme, other))
    await page.emulateMedia({ colorScheme: null })
  })

  it.each(['sign-in', 'sign-in-verify', 'sign-up', 'user-button-open', 'user-profile'])('stands as it did when the page resets everything: %s', async (name) => {
    const boxes = async (more: string) => {
      await visit.open(name, more)
      return visit.page.evaluate(() =>
        [...document.querySelectorAll('[class*="lk-"]')].map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect()
          return `${element.getAttribute('class')} ${[x, y, width, height].map(Math.round).join(' ')}`
        }),
      )
    }
    expect(await boxes('reset')).toEqual(await boxes(''))
  })
})
