import assert from 'node:assert/strict'
import { test } from '../support/fixtures.ts'
import { reads } from '../support/reads.ts'
import { chooseCode, giveAddress, otherCode, refused, typeCode } from './clerk-ui.ts'
import { signIn } from './sign-in.ts'

/** Somebody comes back and types a code. */
export function signInByCodeJourneys(): void {
  const attempt = '/attempt_first_factor'
  test('sign-in with an unknown address is refused in words', async ({ app, inbox, paths, newAddress, page }) => {
    await page.goto(app.url + paths.signIn)
    const address = newAddress('nobody')
    const { status, code } = await refused(page, '/v1/client/sign_ins', () => giveAddress(page, address))
    assert.deepEqual({ status, code }, { status: 422, code: 'form_identifier_not_found' })
    assert.deepEqual(await inbox.all(address), [])
  })

  test('sign-in by the code of the mail that was sent for the link: one mail', async ({ app, inbox, person, scene, page }) => {
    const ada = await person('ada')
    await signIn(scene, page, ada)
    await page.goto(app.url)
    await reads(page.getByTestId('server-user'), ada.id)
    await reads(page.getByTestId('browser-user'), ada.address)
    assert.equal((await inbox.all(ada.address)).length, 1)
  })

  test('sign-in: a wrong code is refused, then the right one is taken', async ({ app, inbox, paths, person, page }) => {
    const ben = await person('ben')
    await page.goto(app.url + paths.signIn)
    await giveAddress(page, ben.address)
    await chooseCode(page)
    const code = (await inbox.next(ben.address)).code ?? ''
    const refusal = await refused(page, attempt, () => typeCode(page, otherCode(code)))
    assert.deepEqual(refusal, { status: 422, code: 'form_code_incorrect' })
    await page.waitForTimeout(1_000)
    await typeCode(page, code)
    await page.waitForURL(app.url + paths.landing)
    await page.goto(app.url)
    await reads(page.getByTestId('server-user'), ben.id)
  })

  test('sign-in: after five wrong codes the right one is refused too', async ({ app, inbox, paths, person, page }) => {
    const cem = await person('cem')
    await page.goto(app.url + paths.signIn)
    await giveAddress(page, cem.address)
    await chooseCode(page)
    const code = (await inbox.next(cem.address)).code ?? ''
    for (const nth of [1, 2, 3, 4, 5]) {
      const refusal = await refused(page, attempt, () => typeCode(page, otherCode(code, nth)))
      assert.equal(refusal.code, nth < 5 ? 'form_code_incorrect' : refusal.code, `guess ${nth}`)
      await page.waitForTimeout(1_000)
    }
    const { code: refusal } = await refused(page, attempt, () => typeCode(page, code))
    assert.ok(['verification_failed', 'too_many_requests', 'user_locked'].includes(refusal), refusal)
    await page.goto(app.url)
    await reads(page.getByTestId('server-user'), 'nobody')
  })

  test('sign-in: a code that is older than ten minutes is refused', async ({ app, server, inbox, paths, person, page }) => {
    const dan = await person('dan')
    await page.goto(app.url + paths.signIn)
    await giveAddress(page, dan.address)
    await chooseCode(page)
    const code = (await inbox.next(dan.address)).code ?? ''
    await server.moveClock(11 * 60_000)
    try {
      const refusal = await refused(page, attempt, () => typeCode(page, code))
      assert.equal(refusal.code, 'verification_expired')
    } finally {
      await server.moveClock(0)
    }
    await page.goto(app.url)
    await reads(page.getByTestId('server-user'), 'nobody')
  })
}
