import { createHmac } from 'node:crypto'
import type { Page } from '@playwright/test'
import { openUserMenu, typeCode } from '../journeys/clerk-ui.ts'
import { signIn } from '../journeys/sign-in.ts'
import { test } from '../support/fixtures.ts'
import { reads } from '../support/reads.ts'

/** What an authenticator app shows that holds this key, so many half minutes from now. */
function shownBy(secret: string, later = 0): string {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later))
  const mac = createHmac('sha1', key).update(counter).digest()
  return String((mac.readUInt32BE(mac[19]! & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** Types what the app shows once the field is there: a page that is slow in coming must not make the code an old one. */
async function typeShown(page: Page, secret: string, later = 0): Promise<void> {
  await page.getByLabel(/^Enter verification code/).waitFor()
  await typeCode(page, shownBy(secret, later))
}

async function openSecurity(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await openUserMenu(page)
  await page.locator('.cl-userButtonPopoverActionButton__manageAccount').click()
  await page.getByRole('button', { name: 'Security' }).click()
}

/** A second step that Clerk's components set up, ask for and take away. */
export function secondFactorJourneys(): void {
  test('second step: an authenticator app is set up in the profile, and asked for at the next sign-in, or a backup code', async ({
    app,
    another,
    page,
    person,
    scene,
    server,
  }) => {
    await server.set('second_factor.totp=on', 'second_factor.backup_code=on')
    const uma = await person('uma')
    await signIn(scene, page, uma)
    await openSecurity(page, app.url)
    await page.getByRole('menuitem', { name: 'Add two-step verification' }).click()
    const begun = page.waitForResponse((response) => new URL(response.url()).pathname.endsWith('/v1/me/totp'))
    await page.getByRole('menuitem', { name: 'Authenticator application' }).click()
    const { response } = (await (await begun).json()) as { response: { secret: string } }
    await page.locator('.cl-profilePage, .cl-userProfile-root').getByRole('button', { name: 'Continue' }).click()
    const stands = page.waitForResponse((answer) => answer.url().includes('/v1/me/totp/attempt_verification'))
    await typeShown(page, response.secret)
    const { response: stood } = (await (await stands).json()) as { response: { backup_codes: string[] } }
    await page.getByText(stood.backup_codes[0]!).first().waitFor()

    const { page: later } = await another()
    await signIn({ ...scene, paths: { ...scene.paths, landing: '/sign-in/factor-two' } }, later, uma)
    await later.getByText('authenticator app').first().waitFor()
    // The one that was typed a moment ago counts no more.
    await typeShown(later, response.secret, 1)
    await later.waitForURL(`${app.url}/`)
    await reads(later.getByTestId('server-user'), uma.id)

    const { page: lost } = await another()
    await signIn({ ...scene, paths: { ...scene.paths, landing: '/sign-in/factor-two' } }, lost, uma)
    await lost.getByText('Use another method').click()
    await lost.getByRole('button', { name: /backup code/i }).click()
    await lost.getByLabel(/backup code/i).fill(stood.backup_codes[1]!)
    await lost.locator('.cl-formButtonPrimary').click()
    await lost.waitForURL(`${app.url}/`)
    await reads(lost.getByTestId('server-user'), uma.id)
  })
}
