import assert from 'node:assert/strict'
import type { Scene } from '../journeys/scene.ts'
import type { Person } from '../support/engines/person.ts'
import { type Engine, test } from './own-suite.ts'

async function mail({ inbox }: Scene, address: string): Promise<{ readonly code: string; readonly link: string }> {
  const { code, link } = await inbox.next(address)
  assert.ok(code !== null && link !== null, 'the email carries a code and a link')
  return { code, link }
}

async function giveAddress({ app, paths }: Scene, person: Person, address: string): Promise<void> {
  await person.visits(app.url + paths.signIn)
  await person.fills('Email address', address)
  await person.presses('button', 'Continue')
}

async function signIn(scene: Scene, person: Person, name: string): Promise<void> {
  const { address } = await scene.person(name)
  await giveAddress(scene, person, address)
  await person.fills('6-digit code', (await mail(scene, address)).code)
  await person.sees(`Welcome, ${name}!`)
}

const ENGINES: readonly Engine[] = ['Chromium', 'Firefox', 'WebKit']

/** What has to work in every engine, walked by what things are called. */
export function engineJourneys(): void {
  for (const engine of ENGINES) {
    test(`${engine}: sign-up by code, from the protected page and back to it`, async ({ app, paths, newAddress, scene, sitsAt }) => {
      const person = await sitsAt(engine)
      const address = newAddress('ada')
      await person.visits(`${app.url}/main`)
      await person.arrivesAt(paths.signIn)
      await person.presses('link', 'Create an account')
      await person.arrivesAt(paths.signUp)
      await person.fills('First name', 'Ada')
      await person.fills('Last name', 'King')
      await person.fills('Email address', address)
      await person.presses('button', 'Continue')
      await person.fills('6-digit code', (await mail(scene, address)).code)
      await person.sees('Welcome, Ada King!')
      await person.arrivesAt('/main')
      await person.driver.reload()
      await person.sees('Welcome, Ada King!')
    })

    test(`${engine}: sign-in by code, after a wrong one`, async ({ paths, scene, sitsAt }) => {
      const person = await sitsAt(engine)
      const { address } = await scene.person('ben')
      await giveAddress(scene, person, address)
      const { code } = await mail(scene, address)
      await person.fills('6-digit code', String((Number(code) + 1) % 1_000_000).padStart(6, '0'))
      await person.sees('Wrong code.')
      await person.fills('6-digit code', code)
      await person.sees('Welcome, ben!')
      await person.arrivesAt(paths.landing)
    })

    test(`${engine}: sign-in by link, in another tab than it began in`, async ({ scene, sitsAt }) => {
      const person = await sitsAt(engine)
      const { address } = await scene.person('eva')
      await giveAddress(scene, person, address)
      await person.sees('Check your email')
      await person.driver.openTab((await mail(scene, address)).link)
      await person.sees('Welcome, eva!')
      await person.driver.firstTab()
      await person.sees('signed in')
      await person.presses('button', 'Continue')
      await person.sees('Welcome, eva!')
    })

    test(`${engine}: account: another name, seen there and in the app`, async ({ app, scene, sitsAt }) => {
      const person = await sitsAt(engine)
      await signIn(scene, person, 'hope')
      await person.visits(`${app.url}/__latchkey/user?redirect_url=/main`)
      await person.presses('button', 'Edit')
      await person.fills('Last name', 'Faith')
      await person.presses('button', 'Save')
      await person.sees('hope Faith')
      await person.presses('link', 'Back')
      await person.sees('Welcome, hope Faith!')
    })

    test(`${engine}: sign-out: the protected page is closed, and the back button does not show it`, async ({
      app,
      paths,
      scene,
      sitsAt,
    }) => {
      const person = await sitsAt(engine)
      await signIn(scene, person, 'hal')
      await person.presses('button', 'hal. Open account menu')
      await person.presses('menuitem', 'Sign out')
      await person.arrivesAt('/')
      await person.sees('Sign in')
      await person.driver.back()
      await person.arrivesAt(paths.signIn)
      await person.sees('Email address')
      assert.equal(await person.driver.evaluate(`fetch('/api/me', { redirect: 'manual' }).then(({ status }) => status)`), 401)
      await person.visits(`${app.url}/main`)
      await person.arrivesAt(paths.signIn)
    })
  }
}
