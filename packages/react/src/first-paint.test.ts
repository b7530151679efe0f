import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { findBrowser } from '../../../tools/run-tests/find-browser.ts'
import { HINT_SCRIPT_HASH } from './hint/hint-script.tsx'
import { serveFirstPaint } from './testing/first-paint/serve.tsx'

// A busy machine takes its time to open a page.
vi.setConfig({ testTimeout: 40_000 })

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

let browser: Browser
let site: Awaited<ReturnType<typeof serveFirstPaint>>
beforeAll(async () => {
  const executablePath = findBrowser(process.env)
  if (executablePath === null) throw new Error('There is no Chromium: install one, or name it in LATCHKEY_CHROMIUM.')
  ;[browser, site] = await Promise.all([chromium.launch({ executablePath, args: flags }), serveFirstPaint()])
}, 60_000)
afterAll(async () => {
  await browser?.close()
  site?.close()
})

/** Notes, in every frame, what is to be seen of the two branches, and how far things have moved. */
function watchFrames(): void {
  const seen = { frames: [] as string[], shift: 0 }
  Object.assign(globalThis, { seen })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value
  }).observe({ type: 'layout-shift', buffered: true })
  const look = () => {
    if (document.querySelector('main')) {
      const shown = [...document.querySelectorAll<HTMLElement>('.in, .out')]
        .filter((one) => one.checkVisibility())
        .map((one) => one.className)
      const now = shown.join(' ')
      if (seen.frames.at(-1) !== now) seen.frames.push(now)
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

interface Visit {
  readonly page: Page
  readonly complaints: string[]
  frames(): Promise<{ frames: string[]; shift: number }>
  close(): Promise<void>
}

/** Opens the page and waits until it listens and knows who is signed in. */
async function visit(cookies: Readonly<Record<string, string>>, query = ''): Promise<Visit> {
  const context: BrowserContext = await browser.newContext()
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: site.origin })))
  await context.addInitScript(watchFrames)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => void complaints.push(message.text()))
  page.on('pageerror', (error) => void complaints.push(String(error)))
  await page.goto(`${site.origin}/${query}`)
  await page.getByText('hydrated').waitFor()
  await page.waitForFunction('latchkey.getSnapshot().phase === "ready"')
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)))
  return {
    page,
    complaints,
    frames: () => page.evaluate('seen'),
    close: () => context.close(),
  }
}

const policy = (text: string) => `?csp=${encodeURIComponent(text)}`
const DEVTOOLS = /React DevTools/

const strict = policy(`script-src 'self' ${HINT_SCRIPT_HASH}; style-src 'self'`)
const nonces = `${policy(`script-src 'nonce-abc'; style-src 'self' 'nonce-abc'`)}&nonce=abc`

test.each([
  ['somebody', { hint: 'in', session: 'yes' }, 'in in', ''],
  ['nobody', {}, 'out out', ''],
  ['somebody, with a policy of nonces', { hint: 'in', session: 'yes' }, 'in in', nonces],
  ['nobody, with a policy of hashes and without inline styles', {}, 'out out', strict],
] as const)('the first frame is right and nothing moves for %s', async (_, cookies, shown, query) => {
  const { page, complaints, frames, close } = await visit(cookies, query)
  expect(await frames()).toEqual({ frames: [shown], shift: 0 })
  expect(complaints.filter((text) => !DEVTOOLS.test(text))).toEqual([])
  expect(await page.locator(shown === 'in in' ? '.out' : '.in').count()).toBe(0)
  await close()
})

describe('a hint that was wrong', () => {
  test.each([
    ['somebody is said to be there', { hint: 'in' }, ['in in', 'out out'], ['/sign-in?redirect_url=%2Fonly-when-really-signed-out']],
    // Without the hint nobody asks of their own accord; the redirect does, and finds somebody.
    ['nobody is said to be there', { session: 'yes' }, ['out out', 'in in'], []],
  ])('%s', async (_, cookies, shown, went) => {
    const { page, frames, close } = await visit(cookies as Record<string, string>)
    await page.waitForFunction(
      (last) => (globalThis as unknown as { seen: { frames: string[] } }).seen.frames.at(-1) === last,
      shown.at(-1)!,
    )
    expect((await frames()).frames).toEqual(shown)
    expect(await page.evaluate('went')).toEqual(went)
    await close()
  })
})

test('buttons lead where they say', async () => {
  const { page, close } = await visit({ hint: 'in', session: 'yes' }, '?x=1#y')
  const went = () => page.evaluate('went')
  const click = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await click('Sign in')
  expect(await went()).toEqual(['/sign-in?redirect_url=%2F%3Fx%3D1%23y'])
  await click('Join')
  expect(await went()).toEqual([expect.any(String), '/sign-up?redirect_url=%2Fwelcome'])
  await click('Join here')
  expect(await page.locator('samp').textContent()).toBe('["sign-up",{"forceRedirectUrl":"/welcome"}]')
  await click('Stay')
  await click('Leave')
  await page.waitForFunction('went.length > 2')
  expect(await went()).toEqual([expect.any(String), expect.any(String), '/bye'])
  expect(await page.locator('.in').count()).toBe(0)
  await close()
})

test('without scripts, it is the page of nobody', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(site.origin)
  expect(await page.getByRole('link', { name: 'Sign in' }).isVisible()).toBe(true)
  expect(await page.getByText('Account').isVisible()).toBe(false)
  expect(await page.getByRole('button', { name: 'Account' }).count()).toBe(0)
  await context.close()
})
