import puppeteer, { type BrowserContext, type Page } from 'puppeteer-core'
import type { Driver } from './driver.ts'
import { isTakenOver } from './is-taken-over.ts'

/** Firefox as it is shipped, by WebDriver BiDi. */
export async function openFirefox(path: string): Promise<Driver> {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: path, headless: true })
  let context: BrowserContext | null = null
  let first: Page | null = null
  let page: Page | null = null
  const here = (): Page => {
    if (page === null) throw new Error('No tab is open: forget() opens one.')
    return page
  }
  const tab = async (): Promise<Page> => {
    context ??= await browser.createBrowserContext()
    const opened = await context.newPage()
    opened.setDefaultTimeout(60_000)
    await opened.setViewport({ width: 1280, height: 900 })
    return opened
  }
  return {
    version: (await browser.version()).replace(/^firefox\//i, 'Firefox '),
    async forget() {
      await context?.close()
      context = null
      page = first = await tab()
    },
    async open(url) {
      await here().goto(url)
    },
    async openTab(url) {
      page = await tab()
      await page.goto(url)
    },
    async firstTab() {
      page = first
      await here().bringToFront()
    },
    async back() {
      await here().goBack()
    },
    async reload() {
      await here().reload()
    },
    async find(role, name) {
      const found = await here().$(`::-p-aria([name="${name}"][role="${role}"])`)
      if (found === null || !(await found.isVisible())) return null
      return {
        listens: () => found.evaluate(isTakenOver),
        click: () => found.click(),
        async type(text) {
          const { keyboard } = here()
          await found.focus()
          await keyboard.down('Control')
          await keyboard.press('a')
          await keyboard.up('Control')
          await keyboard.type(text)
        },
      }
    },
    evaluate: async <Value>(expression: string) => (await here().evaluate(expression)) as Value,
    async screenshot(path) {
      await here().screenshot({ path: path as `${string}.png` })
    },
    close: () => browser.close(),
  }
}
