import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chooseCode, giveAddress, typeCode } from '../journeys/clerk-ui.ts'
import { test } from '../support/fixtures.ts'
import { reads } from '../support/reads.ts'

/** A page without an SDK for its server: Clerk's scripts by their tags, an origin of its own, no server behind it that knows of sign-in. */
export function plainPageJourneys(): void {
  test('a page of plain HTML, which names no page to sign in: the script mounts its form and signs somebody in by code', async ({
    server,
    inbox,
    person,
    page,
    context,
  }) => {
    const ada = await person('plain')
    const document = plainPage(await server.env('clerk'))
    const site = createServer((_, response) => response.setHeader('content-type', 'text/html').end(document))
    await new Promise<void>((resolve) => site.listen(0, 'localhost', resolve))
    try {
      const url = `http://localhost:${(site.address() as AddressInfo).port}/`
      await page.goto(url)
      // Nothing of it is in the HTML: all scripts come first, which takes a busy machine its time.
      await page.getByLabel('Email address').waitFor()
      await giveAddress(page, ada.address)
      await chooseCode(page)
      await typeCode(page, (await inbox.next(ada.address)).code ?? '')
      await reads(page.locator('#who'), ada.id)
      const { hostname } = new URL(server.url)
      const cookies = await context.cookies(`http://${hostname}/`)
      assert.match(cookies.find(({ name }) => name === '__clerk_db_jwt')?.value ?? '', /^dvb_/)
      await page.reload()
      await reads(page.locator('#who'), ada.id)
    } finally {
      site.close()
    }
  })
}

/** @param env the lines that `latchkey env` prints for Clerk's SDKs */
function plainPage(env: Readonly<Record<string, string>>): string {
  const { NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: key, NEXT_PUBLIC_CLERK_PROXY_URL: api } = env
  return `<!doctype html>
<html lang="en">
<title>Plain</title>
<p id="who">…</p>
<div id="form"></div>
<script src="${env['NEXT_PUBLIC_CLERK_UI_URL']}" crossorigin></script>
<script src="${env['NEXT_PUBLIC_CLERK_JS_URL']}" crossorigin data-clerk-publishable-key="${key}" data-clerk-proxy-url="${api}"></script>
<script type="module">
  await Clerk.load({ ui: { ClerkUI: window.__internal_ClerkUICtor } })
  Clerk.addListener(({ user }) => { document.querySelector('#who').textContent = user?.id ?? 'nobody' })
  if (!Clerk.user) Clerk.mountSignIn(document.querySelector('#form'), { fallbackRedirectUrl: location.href })
</script>
`
}
