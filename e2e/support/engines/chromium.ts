import type { Visitor } from '../fixtures.ts'
import type { Driver } from './driver.ts'
import { isTakenOver } from './is-taken-over.ts'

/** The suite's own Chromium, by Playwright. @param open opens a visitor who stays */
export async function openChromiumDriver(open: () => Promise<Visitor>): Promise<Driver> {
  let visitor = await open()
  let { page } = visitor
  return {
    version: `Chromium ${visitor.context.browser()?.version()}`,
    async forget() {
      await visitor.context.close()
      visitor = await open()
      page = visitor.page
    },
    async open(url) {
      await page.goto(url)
    },
    async openTab(url) {
      page = await visitor.context.newPage()
      await page.goto(url)
    },
    async firstTab() {
      page = visitor.page
      await page.bringToFront()
    },
    async back() {
      await page.goBack()
    },
    async reload() {
      await page.reload()
    },
    async find(role, name) {
      const found = page.getByRole(role, { name, exact: true }).first()
      if (!(await found.isVisible())) return null
      return {
        listens: () => found.evaluate(isTakenOver),
        click: () => found.click(),
        async type(text) {
          await found.press('ControlOrMeta+a')
          await page.keyboard.type(text)
        },
      }
    },
    evaluate: (expression) => page.evaluate(expression),
    async screenshot(path) {
      await page.screenshot({ path })
    },
    close: () => visitor.context.close(),
  }
}
