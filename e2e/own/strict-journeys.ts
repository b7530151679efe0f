import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { test } from './own-suite.ts'
import { card } from './cards.ts'
import { signIn } from './sign-in.ts'

/** A page whose content security policy has a nonce and admits no inline styles, with the README's header. */
export function strictJourneys(): void {
  const header = async (page: Page): Promise<number> => (await page.locator('header:not(.lk-header)').boundingBox())?.height ?? 0
  test('strict policy: the console stays empty, the look is there, and the header keeps its height when somebody signs in', async ({
    app,
    person,
    scene,
    page,
  }) => {
    const told: string[] = []
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && told.push(message.text()))
    page.on('pageerror', (error) => void told.push(String(error)))
    const answer = await page.goto(`${app.url}/strict`, { waitUntil: 'networkidle' })
    const html = (await answer?.text()) ?? ''
    assert.match(answer?.headers()['content-security-policy'] ?? '', /style-src 'self' 'nonce-/)
    assert.doesNotMatch(html, /<[a-z][^>]*\sstyle=/)
    await page.locator('header .lk-pageButton').waitFor()
    assert.equal(await page.locator('.lk-userButtonTrigger').count(), 0)
    const dark = await card(page).evaluate((element) => getComputedStyle(element.closest('.lk-root')!).colorScheme)
    assert.equal(dark, 'dark')
    const signedOut = await header(page)
    await signIn(scene, page, await person('strict'))
    await page.goto(`${app.url}/strict`, { waitUntil: 'networkidle' })
    await page.locator('header button.lk-userButtonTrigger').waitFor()
    assert.equal(await header(page), signedOut)
    assert.deepEqual(told, [])
  })
}
