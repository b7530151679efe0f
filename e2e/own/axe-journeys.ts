import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { test } from './own-suite.ts'
import { codeField, giveAddress, listens, openUserMenu } from './cards.ts'
import { signIn } from './sign-in.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

/** What axe-core finds against a page as it stands, at the width of a phone and of a desk. */
async function check(page: Page, where: string): Promise<void> {
  for (const width of [375, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await page.waitForTimeout(250)
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
    const found = await page.evaluate(async () => {
      const { run } = (window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe
      return (await run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
    })
    assert.deepEqual(found, [], `${where} at ${width}`)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    assert.ok(overflow <= 0, `${where} at ${width} is ${overflow} px too wide`)
  }
}

/** Every page of the demo, as somebody meets it who cannot see it. */
export function axeJourneys(): void {
  test('accessibility: home, the cards and the menu hold up at 375 and 1440', async ({ app, inbox, paths, person, scene, page }) => {
    await page.goto(app.url)
    await check(page, 'home')
    await page.goto(app.url + paths.signUp)
    await listens(page)
    await check(page, 'sign-up')
    await page.goto(app.url + paths.signIn)
    await listens(page)
    await check(page, 'sign-in')
    const xia = await person('xia')
    await giveAddress(page, xia.address)
    await codeField(page).waitFor()
    await check(page, 'code')
    await inbox.next(xia.address)
    await signIn(scene, page, await person('yve'))
    await check(page, 'main')
    await openUserMenu(page)
    await check(page, 'menu')
  })
}
