import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { buildGallery, type Gallery } from './build.ts'
import { serveGallery } from './serve.ts'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The gallery in a browser. */
export interface Shown {
  readonly stories: Gallery['list']
  /** A page of its own, with what goes wrong on it. */
  page(): Promise<Visit>
  close(): Promise<void>
}

/** A page, and what its console complained about. */
export interface Visit {
  readonly page: Page
  readonly complaints: string[]
  /** Opens a story and waits for what it ends in. @param more further query, such as `reset` */
  open(name: string, more?: string): Promise<void>
  /**
   * Shows a story in place of the one on the page, without loading everything anew, and waits for what it ends in.
   * @param more further query, such as `translated`
   */
  show(name: string, ...more: string[]): Promise<void>
  /** Shows a story where nobody does anything. @returns whether it is at its end all the same */
  isStill(name: string): Promise<boolean>
  /** Has axe, which judges pages, at hand on the page. */
  equip(): Promise<void>
  /** Whether scrollbars take room, as with a mouse. They take none at first, as on a phone. */
  scrollbars(shown: boolean): Promise<void>
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Keeps in `shifts` what moves by itself: how far, and which parts from where to where. */
const shifts = `window.shifts = []
{
  const place = ({ x, y, width, height }) => [x, y, width, height].join(' ')
  const part = ({ node, previousRect, currentRect }) =>
    (node?.className || node?.nodeName) + ' from ' + place(previousRect) + ' to ' + place(currentRect)
  const note = (entry) => window.shifts.push([entry.value, ...entry.sources.map(part)].join(', '))
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type: 'layout-shift', buffered: true })
}`

/** Builds the gallery, serves it, and starts a browser. */
export async function showGallery(): Promise<Shown> {
  const executablePath = process.env.LATCHKEY_CHROMIUM ?? '/usr/bin/chromium'
  const [gallery, browser] = await Promise.all([
    buildGallery(),
    chromium.launch({ executablePath, args: FLAGS, ignoreDefaultArgs: ['--hide-scrollbars'] }),
  ])
  const { url, close } = await serveGallery(gallery)
  // Stillness, so that nothing is judged half-way through a movement.
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 375, height: 700 } })
  await context.addInitScript({ content: shifts })
  return {
    stories: gallery.list,
    page: () => visit(context, url, gallery),
    close: () => end(browser, close),
  }
}

async function end(browser: Browser, close: () => void): Promise<void> {
  await browser.close()
  close()
}

async function visit(context: BrowserContext, url: string, gallery: Gallery): Promise<Visit> {
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const complaints: string[] = []
  let count = 0
  let equipped = false
  /** Nothing went wrong on the page that is loaded, so that the next story can take its place. */
  let sound = false
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  const session = await context.newCDPSession(page)
  const scrollbars = async (shown: boolean) => {
    await session.send('Emulation.setScrollbarsHidden', { hidden: !shown })
  }
  await scrollbars(false)

  const of = (name: string) => {
    const { at, ends } = gallery.list.find((story) => story.name === name)!
    const [query = '', fragment] = at.replace('?', '').split('#')
    return {
      // A number of its own each time: a URL that differs in its hash alone would not be loaded anew.
      at: (...more: string[]) =>
        `?${[`visit=${(count += 1)}`, query, ...more].filter(Boolean).join('&')}${fragment === undefined ? '' : `#${fragment}`}`,
      end: ends.startsWith('.') ? ends : `[data-state="${ends}"]`,
    }
  }
  const load = async (name: string, at: string) => {
    equipped = false
    await page.goto(`${url}/${name}${at}`)
  }
  const replace = async (name: string, still: boolean, more: string[]) => {
    const at = of(name).at(...(still ? ['still'] : []), ...more)
    if (!sound) return load(name, at)
    sound = false
    await page.evaluate(
      (to) => (globalThis as unknown as { show(...to: (string | boolean)[]): Promise<void> }).show(...to),
      [name, at, still],
    )
  }
  const played = () => page.waitForSelector('body[data-played]', { state: 'attached' })

  return {
    page,
    complaints,
    scrollbars,
    async open(name, more = '') {
      sound = false
      const { at, end } = of(name)
      await load(name, at(more))
      await page.waitForSelector(end)
      await played()
    },
    async show(name, ...more) {
      await replace(name, false, more)
      await page.waitForSelector(of(name).end)
      await played()
      sound = true
    },
    async isStill(name) {
      await replace(name, true, [])
      await played()
      // Whatever follows from what is known has followed by then.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
      sound = true
      return page.isVisible(of(name).end)
    },
    async equip() {
      if (!equipped) await page.evaluate(axe)
      equipped = true
    },
  }
}
