import { chooseCode, giveAddress, typeCode } from './clerk-ui.ts'
import type { Page } from 'playwright-core'
import type { Person, Scene } from './scene.ts'

/** Signs somebody in by the mailed code and waits until the application has the session. */
export async function signIn(scene: Scene, page: Page, { address }: Person): Promise<void> {
  await page.goto(scene.app.url + scene.paths.signIn)
  await giveAddress(page, address)
  await chooseCode(page)
  const { code } = await scene.inbox.next(address)
  await typeCode(page, code ?? '')
  await page.waitForURL(scene.app.url + scene.paths.landing)
}
