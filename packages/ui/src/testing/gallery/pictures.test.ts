import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { strayWords, textsOf } from '../../../../words/src/testing/pseudo.ts'
import { type Shown, showGallery, type Visit } from './open.ts'

let shown: Shown
beforeAll(async () => {
  shown = await showGallery()
})
afterAll(() => shown.close())

/** Violations of axe's rules in a look, in a line each. @param only these rules rather than all */
async function violations({ page, equip }: Visit, theme: string, only: readonly string[] | null): Promise<readonly string[]> {
  await equip()
  return page.evaluate(
    async ([name, rules]) => {
      const { axe, wear } = globalThis as unknown as {
        wear(theme: string): void
        axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> }
      }
      wear(name)
      // The gallery's page has a heading only when a card is on it, and the user's button is none.
      const which = rules === null ? { rules: { 'page-has-heading-one': { enabled: false } } } : { runOnly: rules }
      const found = await axe.run({ ...which, resultTypes: ['violations'] })
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary}`),
      )
    },
    [theme, only] as const,
  )
}

const SEEN = ['color-contrast', 'target-size']
/** What a look or a width can change are colours and sizes; the rest is the same four times. */
const LOOKS = [
  [375, 700, 'light', null],
  [375, 700, 'dark', SEEN],
  [1440, 900, 'dark', SEEN],
  [1440, 900, 'light', SEEN],
] as const

/**
 * Texts that React holds on to because they stand beside something else. A browser's translator takes such a text off the page, and
 * the next change beside it finds nothing there: each needs an element of its own.
 */
async function looseTexts({ page }: Visit, name: string): Promise<readonly string[]> {
  const found = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT)
    const texts: string[] = []
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      if (Object.keys(text).some((key) => key.startsWith('__reactFiber')))
        texts.push(`${JSON.stringify(text.nodeValue)} in ${text.parentElement!.className} has no element of its own`)
    }
    return texts
  })
  return found.map((text) => `${name}: ${text}`)
}

/** What is wrong with a story: at two widths, in two looks. */
async function faults(visit: Visit, name: string): Promise<readonly string[]> {
  const { page, complaints } = visit
  const found: string[] = []
  complaints.length = 0
  await page.setViewportSize({ width: 375, height: 700 })
  try {
    await visit.show(name)
  } catch (error) {
    return [`${name}: ${String(error).split('\n')[0]}`]
  }
  const { shifts, wide, plays } = await page.evaluate(() => ({
    shifts: (globalThis as unknown as { shifts: string[] }).shifts,
    wide: document.documentElement.scrollWidth - innerWidth,
    plays: 'plays' in document.body.dataset,
  }))
  if (!plays) found.push(...shifts.map((shift) => `${name} shifts by ${shift}`))
  if (wide > 0) found.push(`${name} is ${wide} px too wide for a phone`)
  found.push(...(await looseTexts(visit, name)))
  let at = 375
  for (const [width, height, theme, rules] of LOOKS) {
    if (width !== at) await page.setViewportSize({ width, height })
    at = width
    found.push(...(await violations(visit, theme, rules)).map((line) => `${name} ${theme} ${width}: ${line}`))
  }
  return [...found, ...complaints.map((line) => `${name} complains: ${line}`)]
}

/** While one page waits for its browser, another is judged. */
const PAGES = 2

/** Goes through stories, on several pages at once. @returns what is wrong with them */
async function onPages(names: string[], visitor: (visit: Visit, name: string) => Promise<readonly string[]>): Promise<readonly string[]> {
  const found: string[] = []
  const work = async () => {
    const visit = await shown.page()
    for (let name = names.pop(); name !== undefined; name = names.pop()) found.push(...(await visitor(visit, name)))
    await visit.page.close()
  }
  await Promise.all(Array.from({ length: PAGES }, work))
  return found
}

it(
  'draws every card in every state without a fault, a shift, a complaint, or a text without an element of its own',
  { timeout: 300_000 },
  async () => {
    const names = shown.stories.map(({ name }) => name)
    expect(await onPages(names, faults)).toEqual([])
  },
)

it('ends a story in what was done there, rather than in what stood there before', { timeout: 120_000 }, async () => {
  const names = shown.stories.filter(({ plays }) => plays).map(({ name }) => name)
  expect(names.length).toBeGreaterThan(20)
  expect(await onPages(names, async (visit, name) => ((await visit.isStill(name)) ? [name] : []))).toEqual([])
})

/** What is no word of ours: people, places, products, an app and what it says itself. */
const DATA = [
  'Northwind',
  // In place of a logo.
  /^N$/,
  'Ada Lovelace',
  'Grace Hopper',
  'Billing',
  'A page.',
  /[\w.*]+@[\w.*]+\.test/,
  /\b(?:Safari|iPhone|Mac|Lisbon|Portugal)\b/,
]

it('holds up on a page that the browser translates, and has no word that is not its language’s', { timeout: 120_000 }, async () => {
  const names = shown.stories.map(({ name }) => name)
  const found = await onPages(names, async (visit, name) => {
    visit.complaints.length = 0
    await visit.show(name, 'translated', 'marked')
    const texts = textsOf(await visit.page.evaluate(() => document.body.innerHTML))
    const wrapped = (await visit.page.locator('main font').count()) > 0 || /loading/.test(name)
    const said = texts.some((text) => text.includes('⟦')) || name.startsWith('user-button')
    const lacks = [...(wrapped ? [] : ['not translated']), ...(said ? [] : ['says nothing'])]
    return [...visit.complaints, ...strayWords(texts, DATA), ...lacks].map((line) => `${name}: ${line}`)
  })
  expect(found).toEqual([])
})

describe('looked at closely', { timeout: 60_000 }, () => {
  let visit: Visit
  beforeAll(async () => {
    visit = await shown.page()
  })

  it('draws an empty disc in the colour of the page, whatever the look of the menu is', async () => {
    await visit.show('user-button-unlike-page-loading')
    const discs = await visit.page.$$eval('.lk-avatar', (all) => all.map((disc) => getComputedStyle(disc).backgroundColor))
    expect(discs).toEqual([discs[0], discs[0]])
    expect(Number(/^oklab\(([\d.]+) .* \/ 0\.\d+\)$/.exec(discs[0]!)?.[1])).toBeLessThan(0.4)
  })

  it('keeps what belongs together apart from the rest in a narrow account', async () => {
    await visit.page.setViewportSize({ width: 375, height: 900 })
    await visit.show('user-profile')
    const icons = await visit.page.$$eval('.lk-activeDeviceIcon', (all) =>
      all.map((icon) => icon.getBoundingClientRect()).map(({ width, height }) => [width, height]),
    )
    expect(icons).toEqual([
      [36, 36],
      [36, 36],
    ])
    for (const list of ['emailAddresses', 'activeDevices']) {
      const inks = await visit.page.$$eval(`.lk-profileSectionItem__${list}`, (all) =>
        all.map((item) => {
          const boxes = [...item.querySelectorAll('*')].map((part) => part.getBoundingClientRect())
          return { top: Math.min(...boxes.map((box) => box.top)), bottom: Math.max(...boxes.map((box) => box.bottom)) }
        }),
      )
      const gaps = inks.slice(1).map(({ top }, index) => top - inks[index]!.bottom)
      for (const gap of gaps) expect(gap).toBeGreaterThan(8)
      expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(6)
    }
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
    // Beside a card that is longer than the window, the dimmed page shows through.
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('dialog')!).scrollbarColor)).toMatch(/rgba\(0, 0, 0, 0\)$/)
    await page.mouse.wheel(0, 300)
    await page.keyboard.press('Escape')
    await page.waitForSelector('dialog', { state: 'detached' })
    expect(await stands()).toEqual(closed)
    expect(await page.evaluate(() => scrollY)).toBe(0)
    await visit.scrollbars(false)
  })

  it.each(['sign-up', 'sign-in-development', 'sign-in-methods', 'sign-in-ticket'])(
    'keeps labels on one line and the foot off the edge, however wide the window is: %s',
    async (name) => {
      await visit.show(name)
      const seen = async (width: number) => {
        await visit.page.setViewportSize({ width, height: 900 })
        const rows = await visit.page.$$eval('.lk-formFieldLabelRow', (all) =>
          all.filter((row) => row.getBoundingClientRect().height > 24).map((row) => row.textContent),
        )
        const room = await visit.page.$$eval('.lk-footer *', (all) => {
          const { top, bottom } = document.querySelector('.lk-footer')!.getBoundingClientRect()
          const boxes = all.map((element) => element.getBoundingClientRect())
          return { above: Math.min(...boxes.map((box) => box.top)) - top, below: bottom - Math.max(...boxes.map((box) => box.bottom)) }
        })
        return { width, rows, above: room.above >= 14, below: room.below >= 14, even: Math.abs(room.above - room.below) < 3 }
      }
      for (const width of [320, 350, 375, 1440])
        expect(await seen(width)).toEqual({ width, rows: [], above: true, below: true, even: true })
    },
  )

  it('keeps the way out of another site’s frame within the alert it stands in', async () => {
    const { page } = visit
    await visit.open('sign-in-cookies-blocked')
    await page.evaluate(() => {
      const frame = document.createElement('iframe')
      Object.assign(frame, { src: location.href, width: '375', height: '640' })
      document.body.replaceChildren(frame)
    })
    const framed = page.frameLocator('iframe')
    const boxOf = async (selector: string) => (await framed.locator(selector).boundingBox())!
    const link = await boxOf('.lk-alert a')
    const text = await boxOf('.lk-alertText')
    expect(link).toMatchObject({ x: text.x })
    expect(link.y).toBeGreaterThanOrEqual(text.y + text.height)
    expect(link.width).toBeLessThanOrEqual(text.width)
  })

  it.each(['light', 'dark'] as const)('is %s where the device is, in the look of the system', async (scheme) => {
    const { page } = visit
    const colours = async (theme: string, colorScheme: 'light' | 'dark') => {
      await page.emulateMedia({ colorScheme })
      await visit.open('sign-in-wrong-code', `theme=${theme}`)
      return page.$$eval('[class*="lk-"]', (all) =>
        all.map((element) => [
          element.className,
          ...['color', 'backgroundColor', 'boxShadow'].map((name) => getComputedStyle(element)[name as 'color']),
        ]),
      )
    }
    const other = scheme === 'light' ? 'dark' : 'light'
    expect(await colours('system', scheme)).toEqual(await colours(scheme, other))
    await page.emulateMedia({ colorScheme: null })
  })

  it.each(['sign-in', 'sign-in-verify', 'sign-up', 'user-button-open', 'user-profile'])(
    'stands as it did when the page resets everything: %s',
    async (name) => {
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
    },
  )
})
