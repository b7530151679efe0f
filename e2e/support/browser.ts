import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, type Locator, type Page, chromium } from 'playwright-core'
import { CHROMIUM_FLAGS } from '../../tools/testing/chromium.ts'
import { results } from './paths.ts'
import type { Worlds } from './test.ts'

/** A person at a browser: one context with its own cookies. */
export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
}

/** The browser part of a journey's world. */
export interface Browsing {
  /** The first visitor. */
  readonly visitor: Visitor
  /** A further visitor, who shares nothing with the others. */
  another(): Promise<Visitor>
}

/** What went wrong in browsers, all journeys taken together. */
export interface Complaints {
  /** Errors in consoles and uncaught errors in pages. */
  readonly errors: string[]
  /** Requests that wanted to leave this machine. */
  readonly foreign: string[]
  /** Answers with status 500 and above. */
  readonly broken: string[]
}

/** A page in a browser that runs no scripts. */
export interface PlainPage {
  readonly page: Page
  close(): Promise<void>
}

/** How long a page may take: on a machine that does much else at once, ten seconds were too few. */
const patienceMs = 30_000

/** Opens a browser of its own with JavaScript off. */
export async function openPlainPage(): Promise<PlainPage> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: flags })
  const context = await browser.newContext({ javaScriptEnabled: false })
  context.setDefaultTimeout(patienceMs)
  return { page: await context.newPage(), close: () => browser.close() }
}

/** Chromium on this machine, and worlds with visitors in it. */
export interface Chromium {
  readonly complaints: Complaints
  readonly worlds: Worlds<Browsing>
  /** A visitor that outlives a journey. */
  visitor(): Promise<Visitor>
  close(): Promise<void>
}

const flags = [
  ...CHROMIUM_FLAGS,
  // Nothing outside this machine is reachable, so that whatever needs it fails here as well as on a train.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1',
]

/** Starts the system's Chromium without a window. */
export async function openChromium(): Promise<Chromium> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: flags })
  const complaints: Complaints = { errors: [], foreign: [], broken: [] }
  let during = ''
  const visitor = async (): Promise<Visitor> => {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 900 } })
    context.setDefaultTimeout(patienceMs)
    context.setDefaultNavigationTimeout(2 * patienceMs)
    watch(context, complaints, () => during)
    return { context, page: await context.newPage() }
  }
  const opened = new WeakMap<Browsing, Visitor[]>()
  const everyone = (world: Browsing): Visitor[] => opened.get(world) ?? []
  return {
    complaints,
    visitor,
    close: () => browser.close(),
    worlds: {
      async open(title) {
        during = title
        const first = await visitor()
        const visitors = [first]
        const world: Browsing = {
          visitor: first,
          async another() {
            const next = await visitor()
            visitors.push(next)
            return next
          },
        }
        opened.set(world, visitors)
        return world
      },
      async close(world) {
        await Promise.all(everyone(world).map(({ context }) => context.close()))
      },
      async failed(world, title) {
        mkdirSync(results, { recursive: true })
        const name = title.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 80)
        const pages = everyone(world).flatMap(({ context }) => context.pages())
        const kept = await Promise.all(
          pages.map(async (page, number) => {
            const path = join(results, `${name}-${number + 1}.png`)
            await page.screenshot({ path, timeout: 15_000 })
            return `${page.url()}\n  ${path}`
          }),
        )
        return kept.join('\n')
      },
    },
  }
}

/**
 * Waits until the text of one of the elements matches, and returns it.
 * @throws with the texts that stand there when none comes to match.
 */
export async function reads(locator: Locator, expected: string | RegExp, seconds = 10): Promise<string> {
  const until = Date.now() + seconds * 1_000
  let texts: string[] = []
  do {
    texts = await locator.allTextContents().catch(() => texts)
    const found = texts.find((text) => (typeof expected === 'string' ? text.includes(expected) : expected.test(text)))
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  } while (Date.now() < until)
  throw new Error(`Expected ${expected} in ${locator}, found ${JSON.stringify(texts)}.`)
}

function watch(context: BrowserContext, { errors, foreign, broken }: Complaints, during: () => string): void {
  context.on('console', (message) => {
    // The browser repeats every 4xx answer as an error; refusing is what those answers are for.
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return
    errors.push(`${message.text()} (${message.location().url}, during “${during()}”)`)
  })
  context.on('weberror', (error) => errors.push(`${error.error()} (${error.page()?.url()}, during “${during()}”)`))
  context.on('request', (request) => {
    const { protocol, hostname, href } = new URL(request.url())
    if (protocol.startsWith('http') && !/^(127\.0\.0\.1|localhost|.+\.localhost)$/.test(hostname)) foreign.push(href)
  })
  context.on('response', (response) => {
    if (response.status() < 500) return
    broken.push(`${response.status()} ${response.request().method()} ${response.url()} (during “${during()}”)`)
  })
}

function findChromium(): string {
  const known = [
    process.env['LATCHKEY_CHROMIUM'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ]
  const found = known.find((path) => path !== undefined && existsSync(path))
  if (!found) throw new Error('No Chromium or Chrome is on this machine. Install one, or set LATCHKEY_CHROMIUM to its path.')
  return found
}
