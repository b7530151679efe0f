import type { Page } from 'playwright-core'
import type { Person, Scene } from '../journeys/scene.ts'
import { giveAddress, typeCode } from './cards.ts'

/** Signs somebody in by the mailed code and waits until the app shows the page behind it. */
export async function signIn({ app, inbox, paths }: Scene, page: Page, { address }: Person): Promise<void> {
  await page.goto(app.url + paths.signIn)
  await giveAddress(page, address)
  const { code } = await inbox.next(address)
  await typeCode(page, code ?? '')
  await page.waitForURL(app.url + paths.landing)
}
