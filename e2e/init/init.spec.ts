import assert from 'node:assert/strict'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { card, giveAddress, typeCode } from '../own/cards.ts'
import { serve, test as base } from '../support/fixtures.ts'
import { installPackages } from '../support/install.ts'
import { cache, root } from '../support/paths.ts'
import { answers, freePort, plainEnv, run } from '../support/process.ts'
import type { Latchkey } from '../support/server.ts'
import { has, newApp, type NewAppOptions } from './new-app.ts'

const test = base.extend<object, { server: Latchkey }>({
  server: [
    async ({ browserName: _ }, provide) => {
      await installPackages(join(import.meta.dirname, 'tools'))
      // Before the server, which serves the hosted pages as they were when it began.
      await run({
        name: 'pack',
        command: process.execPath,
        args: [join(root, 'tools/pack/run.ts'), '--if-changed'],
        cwd: root,
        env: plainEnv(),
        log: join(cache, 'init/pack.log'),
      })
      await serve({ suite: 'init', port: 4660 }, provide)
    },
    { scope: 'worker', timeout: 40 * 60_000 },
  ],
})
const dataDir = join(cache, 'init/data')

interface Case extends Omit<NewAppOptions, 'dataDir'> {
  readonly manager: 'npm' | 'pnpm'
  readonly port: number
  /** The file that Next.js runs before every page. */
  readonly proxy: string
  /** How the layout's import is written: in the style that create-next-app has. */
  readonly layout: string
}

const cases: readonly Case[] = [
  {
    name: 'next-16',
    creator: 'create-next-app',
    flags: ['--use-pnpm'],
    manager: 'pnpm',
    port: 3660,
    proxy: 'proxy.ts',
    layout: 'app/layout.tsx',
  },
  {
    name: 'next-15',
    creator: 'create-next-app-15',
    flags: ['--use-npm', '--src-dir', '--no-eslint'],
    manager: 'npm',
    port: 3661,
    proxy: 'src/middleware.ts',
    layout: 'src/app/layout.tsx',
  },
]

for (const { manager, port: wanted, proxy, layout, ...options } of cases) {
  const title = `init: a new app of ${options.creator} with ${manager} has sign-up, private pages and a header after one command`
  test(title, async ({ page, server }) => {
    // It installs an app and builds it twice.
    test.setTimeout(20 * 60_000)
    const app = await newApp({ ...options, dataDir })
    const args = ['init', '--header', '--app', 'init']
    const before = app.files()

    // Nobody can be asked here, so nothing is changed.
    const asked = app.begin(...args)
    while (asked.exitCode() === null) await sleep(20)
    assert.equal(asked.exitCode(), 1)
    assert.match(
      asked.output(),
      /\+import \{ authMiddleware \} from '@latchkey\/nextjs'[^]*Nothing changed: there is no terminal to ask in\. Add --yes to go ahead\./,
    )
    assert.ok(!asked.output().includes(server.application.secret_key), 'the secret key is printed')
    assert.equal(app.files(), before)

    const said = await app.latchkey(...args, '--yes')
    const lines = [
      /Installing @latchkey\/nextjs with p?npm …/,
      /✓ Latchkey is in next-1[56]\./,
      /Starting the app [^\n]+ …/,
      /✓ Signed up latchkey-[0-9a-f]{8}\+latchkey_test@example\.com at http:\/\/localhost:\d+ with the code 424242, /,
      /and deleted the account again\.\n/,
      /Next: p?npm run dev, and sign up with any address\. Emails arrive at http:\/\/localhost:4660\/inbox\./,
    ]
    const whole = lines.map(({ source }) => (source.endsWith(' ') ? source : `${source}\\n`)).join('')
    assert.match(said, new RegExp(whole))
    for (const path of [proxy, layout, '.env.local']) assert.ok(has(app, path), path)
    const done = app.files()
    assert.match(await app.latchkey(...args, '--yes', '--no-proof'), /✓ There is nothing to do/)
    assert.equal(app.files(), done, 'a second run changed something')

    const port = await freePort(wanted)
    const running = await app.serve(port)
    const url = `http://localhost:${port}`
    try {
      await answers(url, running)
      const refused = await fetch(`${url}/orders`, { redirect: 'manual', headers: { accept: 'text/html', 'sec-fetch-dest': 'document' } })
      assert.equal(refused.status, 307)
      assert.match(refused.headers.get('location') ?? '', /\/__latchkey\/sign-in/)
      await page.goto(url)
      await page.getByRole('button', { name: 'Sign in' }).first().click()
      await page.waitForURL(/\/__latchkey\/sign-in/)
      await card(page).locator('a[href*="/sign-up"]').click()
      await page.waitForURL(/\/__latchkey\/sign-up/)
      await giveAddress(page, `${options.name}+latchkey_test@example.com`)
      await typeCode(page, '424242')
      await page.waitForURL(`${url}/`)
      await page.locator('.lk-userButtonTrigger').waitFor()
      assert.equal((await page.goto(`${url}/orders`))?.status(), 404)

      const { ok, findings } = JSON.parse(await app.latchkey('doctor', '--url', url, '--json')) as { ok: boolean; findings: unknown[] }
      assert.ok(ok && findings.length >= 10, JSON.stringify(findings))
      const elsewhere = app.begin('doctor', '--url', url.replace('localhost', '127.0.0.1').replace(String(port), '1'))
      while (elsewhere.exitCode() === null) await sleep(20)
      assert.equal(elsewhere.exitCode(), 1)
      assert.match(elsewhere.output(), /✗ The app at http:\/\/127\.0\.0\.1:1 does not answer\. Start it/)
    } finally {
      await running.stop()
    }
  })
}
