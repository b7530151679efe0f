import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browsing } from '../support/browser.ts'
import { cache, root } from '../support/paths.ts'
import type { Journey } from '../support/test.ts'
import { accountJourneys } from '../own/account-journeys.ts'
import { axeJourneys } from '../own/axe-journeys.ts'
import { codeJourneys } from '../own/code-journeys.ts'
import { copyDemo } from '../own/demo-copy.ts'
import { firstPaintJourneys } from '../own/first-paint-journeys.ts'
import { frameJourneys } from '../own/frame-journeys.ts'
import { hostedJourneys } from '../own/hosted-journeys.ts'
import { linkJourneys } from '../own/link-journeys.ts'
import { runOwnSuite } from '../own/own-suite.ts'
import { forgeryJourneys } from '../own/forgery-journeys.ts'
import { signUpJourneys } from '../own/sign-up-journeys.ts'
import { siblingJourneys } from '../own/sibling-journeys.ts'
import { sizeJourney } from '../own/size-journey.ts'
import { strictJourneys } from '../own/strict-journeys.ts'
import { tokenJourneys } from '../own/token-journeys.ts'
import { networkJourneys } from '../own/network-journeys.ts'

const folder = join(cache, 'next-16/app')
copyDemo(folder, join(import.meta.dirname, 'extra'))

const staticJourney: Journey<Browsing> = {
  title: 'static: the build has Home as a static page',
  async run() {
    const { routes } = JSON.parse(readFileSync(join(folder, '.next/prerender-manifest.json'), 'utf8')) as {
      routes: Record<string, unknown>
    }
    assert.ok('/' in routes, `static: ${Object.keys(routes).join(', ')}`)
  },
}

const packages = readdirSync(join(root, 'packages')).filter((name) => name !== 'server' && name !== 'cli')

await runOwnSuite({
  suite: 'next-16',
  folder,
  installed: true,
  builtFrom: packages.map((name) => join(root, 'packages', name)),
  ports: { server: 4631, proxy: 4630, app: 3630 },
  engines: true,
  journeys(scene, proxy, chromium) {
    const { leave, comeBack } = tokenJourneys(scene, proxy, chromium)
    const { app, paths } = scene
    return [
      leave,
      staticJourney,
      ...signUpJourneys(scene),
      ...codeJourneys(scene),
      ...linkJourneys(scene),
      ...accountJourneys(scene),
      ...hostedJourneys(scene),
      ...firstPaintJourneys(scene),
      ...networkJourneys(scene, proxy),
      ...forgeryJourneys(scene),
      ...siblingJourneys(scene),
      ...frameJourneys('next-16'),
      ...strictJourneys(scene),
      ...axeJourneys(scene),
      sizeJourney({ signIn: app.url + paths.signIn, bare: `${app.url}/bare` }, 30_000),
      ...comeBack,
    ]
  },
})
