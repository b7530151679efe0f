/** Draws the gallery to pictures: `node shots.ts <folder> [theme] [width] [only…] [--reset]`. For eyes, not for a test. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { buildGallery } from './build.ts'
import { serveGallery } from './serve.ts'

const [folder = '/tmp/shots', theme = 'light', width = '375', ...rest] = process.argv.slice(2)
const only = rest.filter((word) => !word.startsWith('--'))
const gallery = await buildGallery()
const { url, close } = await serveGallery(gallery)
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--headless', '--no-sandbox', '--disable-gpu'] })
mkdirSync(folder, { recursive: true })
const page = await browser.newPage({ viewport: { width: Number(width), height: 640 }, deviceScaleFactor: 1 })
page.on('console', (message) => message.type() === 'error' && console.log(message.text().slice(0, 600)))
page.on('pageerror', (error) => console.log(String(error)))
const pictures: string[] = []
for (const { name, at, ends } of gallery.list) {
  if (only.length > 0 && !only.some((word) => name.includes(word))) continue
  const [query = '', hash] = at.replace('?', '').split('#')
  const asked = [`theme=${theme}`, ...(rest.includes('--reset') ? ['reset'] : []), ...(query ? [query] : [])].join('&')
  await page.goto(`${url}/${name}?${asked}${hash === undefined ? '' : `#${hash}`}`)
  const selector = ends.startsWith('.') ? ends : `[data-state="${ends}"]`
  await page.waitForSelector(selector, { timeout: 3000 }).catch(() => console.log(`${name}: never came to ${ends}`))
  await page.waitForTimeout(450)
  pictures.push(
    `<figure><img src="data:image/png;base64,${(await page.screenshot()).toString('base64')}"><figcaption>${name}</figcaption></figure>`,
  )
  await page.goto('about:blank')
}
const columns = Number(width) < 600 ? 5 : 2
for (let start = 0; start < pictures.length; start += columns * 2) {
  const sheet = await browser.newPage({ viewport: { width: columns * Number(width) + (columns + 1) * 8, height: 1300 } })
  await sheet.setContent(
    `<style>body{margin:8px;display:grid;grid-template-columns:repeat(${columns},1fr);gap:8px;background:#888;font:12px ` +
      `sans-serif}figure{margin:0}</style>${pictures.slice(start, start + columns * 2).join('')}`,
  )
  await sheet.screenshot({ path: join(folder, `${theme}-${width}-${start / (columns * 2)}.png`), fullPage: true })
  await sheet.close()
}
await browser.close()
close()
