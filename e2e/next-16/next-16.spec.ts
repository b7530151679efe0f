import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { accountJourneys } from '../own/account-journeys.ts'
import { axeJourneys } from '../own/axe-journeys.ts'
import { codeJourneys, moreCodeJourneys } from '../own/code-journeys.ts'
import { copyDemo } from '../own/demo-copy.ts'
import { engineJourneys } from '../own/engine-journeys.ts'
import { firstPaintJourneys } from '../own/first-paint-journeys.ts'
import { forgeryJourneys } from '../own/forgery-journeys.ts'
import { frameJourneys } from '../own/frame-journeys.ts'
import { hostedJourneys } from '../own/hosted-journeys.ts'
import { linkJourneys } from '../own/link-journeys.ts'
import { networkJourneys } from '../own/network-journeys.ts'
import { ownSuite, test } from '../own/own-suite.ts'
import { siblingJourneys } from '../own/sibling-journeys.ts'
import { signUpJourneys } from '../own/sign-up-journeys.ts'
import { sizeJourney } from '../own/size-journey.ts'
import { strictJourneys } from '../own/strict-journeys.ts'
import { tokenJourneys } from '../own/token-journeys.ts'
import { usernameJourneys } from '../own/username-journeys.ts'
import { cache, root } from '../support/paths.ts'

const folder = join(cache, 'next-16/app')
const packages = readdirSync(join(root, 'packages')).filter((name) => name !== 'server' && name !== 'cli')

ownSuite({
  name: 'next-16',
  ports: { server: 4631, proxy: 4630, app: 3630 },
  async app() {
    copyDemo(folder, join(import.meta.dirname, 'extra'))
    return { folder, installed: true, builtFrom: packages.map((name) => join(root, 'packages', name)) }
  },
})

tokenJourneys(() => {
  test('static: the build has Home as a static page', ({ app: _ }) => {
    const manifest = readFileSync(join(folder, '.next/prerender-manifest.json'), 'utf8')
    const { routes } = JSON.parse(manifest) as { routes: Record<string, unknown> }
    assert.ok('/' in routes, `static: ${Object.keys(routes).join(', ')}`)
  })
  signUpJourneys()
  codeJourneys()
  moreCodeJourneys()
  linkJourneys()
  accountJourneys()
  hostedJourneys()
  firstPaintJourneys()
  networkJourneys()
  forgeryJourneys()
  siblingJourneys()
  frameJourneys()
  strictJourneys()
  usernameJourneys()
  axeJourneys()
  sizeJourney(30_000)
})
engineJourneys()
