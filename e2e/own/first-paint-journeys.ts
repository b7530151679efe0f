import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { test } from './own-suite.ts'
import { listens } from './cards.ts'
import { signIn } from './sign-in.ts'

/** Begins to note what moves in the pages that are opened from now on: how far, and which parts from where to where. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const noted: string[] = ((window as unknown as { shifted: string[] }).shifted = [])
    const place = ({ x, y, width, height }: DOMRectReadOnly) => [x, y, width, height].join(' ')
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as Shift[]) {
        const parts = entry.sources.map(
          ({ node, previousRect, currentRect }) => `${node?.nodeName} from ${place(previousRect)} to ${place(currentRect)}`,
        )
        noted.push([entry.value, ...parts].join(', '))
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

/** @see https://wicg.github.io/layout-instability/ */
interface Shift {
  readonly value: number
  readonly sources: readonly { readonly node: Node | null; readonly previousRect: DOMRectReadOnly; readonly currentRect: DOMRectReadOnly }[]
}

/** What has moved. */
export const shifted = (page: Page) => page.evaluate(() => (window as unknown as { shifted: string[] }).shifted)

/** Static pages that are right from their first frame. */
export function firstPaintJourneys(): void {
  /** What the header shows before any script of the app has run. */
  const withoutBundles = async (page: Page, url: string): Promise<string> => {
    await page.route(/\/_next\/static\/.*\.js/, (route) => route.abort())
    await page.goto(url, { waitUntil: 'domcontentloaded' })
    await page.waitForTimeout(200)
    const text = await page.locator('header').innerText()
    await page.unroute(/\/_next\/static\/.*\.js/)
    return text
  }
  test('first paint: signed out, the static page shows the way in before any bundle runs, and nothing moves', async ({ app, page }) => {
    assert.match(await withoutBundles(page, app.url), /Sign in/)
    await watchShifts(page)
    await page.goto(app.url, { waitUntil: 'networkidle' })
    await page.getByRole('link', { name: 'Sign in' }).first().waitFor()
    assert.deepEqual(await shifted(page), [])
  })

  test('first paint: signed in, the static page shows the account before any bundle runs, and nothing moves', async ({
    app,
    person,
    scene,
    page,
  }) => {
    const sam = await person('sam')
    await signIn(scene, page, sam)
    const header = await withoutBundles(page, app.url)
    assert.doesNotMatch(header, /Sign in/)
    assert.match(header, /Main/)
    await watchShifts(page)
    await page.goto(app.url, { waitUntil: 'networkidle' })
    await page.locator('.lk-userButtonTrigger').waitFor()
    await page.waitForTimeout(300)
    assert.deepEqual(await shifted(page), [])
  })

  test('first paint: the sign-in form is whole in the server’s HTML, and nothing moves when it comes alive', async ({
    app,
    paths,
    page,
  }) => {
    const html = await (await fetch(app.url + paths.signIn)).text()
    assert.match(html, /<input[^>]*name="email_address"/)
    assert.match(html, /autocomplete="(?:email|username|email username|username email)/i)
    await watchShifts(page)
    await page.goto(app.url + paths.signIn, { waitUntil: 'networkidle' })
    await listens(page)
    await page.waitForTimeout(300)
    assert.deepEqual(await shifted(page), [])
    await page.goto(app.url + paths.signUp, { waitUntil: 'networkidle' })
    await listens(page)
    await page.waitForTimeout(300)
    assert.deepEqual(await shifted(page), [])
  })
}
