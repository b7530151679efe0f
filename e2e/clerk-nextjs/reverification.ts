import assert from 'node:assert/strict'
import { openUserMenu, typeCode } from '../journeys/clerk-ui.ts'
import { signIn } from '../journeys/sign-in.ts'
import { test } from '../support/fixtures.ts'

/** Who changes how they sign in is asked once more who they are. */
export function reverificationJourneys(): void {
  test('account: an hour after signing in, a new address is added only once it was shown who is there', async ({
    app,
    inbox,
    newAddress,
    page,
    person,
    scene,
    server,
  }) => {
    await server.set('account.reverification=on')
    const ned = await person('ned')
    await signIn(scene, page, ned)
    await page.goto(app.url)
    server.age(60)
    await openUserMenu(page)
    await page.locator('.cl-userButtonPopoverActionButton__manageAccount').click()
    const profile = page.locator('.cl-userProfile-root')
    await profile.getByRole('button', { name: 'Add email address' }).click()
    const further = newAddress('ned-too')
    await profile.getByLabel('Email address').fill(further)
    await profile.locator('.cl-formButtonPrimary').click()
    await page.getByText('Verification required').waitFor()
    const { code } = await inbox.next(ned.address)
    await typeCode(page, code ?? '')
    const added = await inbox.next(further)
    assert.match(added.code ?? '', /^\d{6}$/)
  })
}
