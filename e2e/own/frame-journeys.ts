import assert from 'node:assert/strict'
import { createScene } from '../journeys/scene.ts'
import { test } from './own-suite.ts'
import { freePort } from '../support/process.ts'
import { startLatchkey } from '../support/server.ts'
import { startTlsFront } from './tls-front.ts'

/** What a browser says of a form in a frame of another site, whose field it lets nobody focus unasked, and of a page that it does not show there. */
export const inForeignFrame = [
  /^Blocked autofocusing on a <input> element in a cross-origin subframe\./,
  /^Framing '.+' violates the following Content Security Policy directive: "frame-ancestors /s,
]

const ours = 'auth.lk.localhost'
const theirs = 'shop.other.localhost'
const strangers = 'evil.third.localhost'

/** Pages of another site have the hosted ones in a frame, where browsers keep no third party's cookies. */
export function frameJourneys(): void {
  test('in a frame of another site that may have it: somebody signs in, by cookies of that site alone, and nowhere else', async ({
    harmless,
    page,
    context,
    suite,
  }) => {
    harmless.push(...inForeignFrame)
    const port = await freePort(0)
    const local = `http://localhost:${port}`
    let framed = ''
    const front = await startTlsFront({ host: ours, url: local }, (host) =>
      host === theirs || host === strangers
        ? { html: `<title>Elsewhere</title><iframe src="${framed}" width="600" height="700"></iframe>` }
        : null,
    )
    const server = await startLatchkey({ suite: `${suite.name}-framed`, port, publicUrl: front.at(ours) })
    try {
      const { pathname } = new URL(server.application.frontend_api_url)
      framed = `${front.at(ours)}${pathname}/sign-in`
      const here = { ...server.application, frontend_api_url: local + pathname, backend_api_url: local }
      const paths = { signIn: '/sign-in', signUp: '/sign-up', landing: '/user' }
      const { person, inbox } = createScene({ ...server, application: here }, { ...server, url: local }, paths)
      const fay = await person('fay')
      const cookies = await context.newCDPSession(page)
      await cookies.send('Network.enable')
      await cookies.send('Network.setCookieControls', {
        enableThirdPartyCookieRestriction: true,
        disableThirdPartyCookieMetadata: true,
        disableThirdPartyCookieHeuristics: true,
      } as never)

      const frame = page.frameLocator('iframe')
      const address = frame.locator('input[name="email_address"]')
      const refused = async (host: string, why: string) => {
        await page.goto(front.at(host))
        await page.waitForLoadState('networkidle')
        assert.equal(await address.count(), 0, why)
      }
      await refused(theirs, 'nobody may, before it is set')
      await server.set(`framing.origins=${front.at(theirs)}`)
      await refused(strangers, 'nor may others, when it is')

      await page.goto(front.at(theirs))
      await address.fill(fay.address)
      await address.press('Enter')
      const { code } = await inbox.next(fay.address)
      const field = frame.locator('input[autocomplete="one-time-code"]')
      await field.fill(code ?? '')
      // With scripts the form is sent by its last digit, and leads on to the account: then there is no field to press a key in any more.
      void field.press('Enter').catch(() => null)
      const signedIn = frame.getByRole('heading', { name: /^(?:You’re signed in|Account)$/ })
      await signedIn.waitFor()
      await page.goto(front.at(theirs))
      await signedIn.waitFor()
      await frame
        .getByText(/\bfay\b/)
        .first()
        .waitFor()

      const kept = (await context.cookies()).filter(({ name }) => name.includes('client'))
      assert.deepEqual(
        kept.map(({ name, sameSite, secure, httpOnly, partitionKey }) => [
          /^__Host-framed_client_/.test(name),
          sameSite,
          secure,
          httpOnly,
          partitionKey,
        ]),
        [[true, 'None', true, true, 'https://other.localhost']],
      )
      await page.goto(framed)
      await page.locator('input[name="email_address"]').waitFor()
    } finally {
      await server.stop()
      front.close()
    }
  })
}
