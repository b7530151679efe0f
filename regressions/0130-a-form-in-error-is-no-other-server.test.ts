import { FIRST_PARTY_HEADERS } from '@latchkey/protocol'
import { beforeAll, expect, test } from 'vitest'
import { setUpProblem } from '../packages/nextjs/src/forward/set-up-problem.ts'
import type { Settings } from '../packages/nextjs/src/settings/read-settings.ts'
import type { CreatedApplication } from '../packages/server/src/actions/instance/create-application.ts'
import { onBothDatabases } from '../packages/server/src/http/testing/on-both-databases.ts'
import { signUp } from '../packages/server/src/http/testing/people.ts'

// A form of a hosted page that was sent without scripts and had something wrong with it was answered with its page, which named no code. The
// app took that for the answer of another server, and said that it was not set up, where the person should have read what was wrong.
onBothDatabases('a hosted page that says what is wrong with a form', (server) => {
  let app: CreatedApplication
  beforeAll(async () => {
    app = await server().application()
  })

  test.each([
    ['/sign-in', { email_address: 'nobody@example.com' }, false],
    ['/sign-in', { email_address: 'no address' }, false],
    ['/sign-up', { email_address: 'no address' }, false],
    ['/sign-in?again=1', { email_address: 'nobody@example.com' }, false],
    ['/user', { first_name: 'x'.repeat(300) }, true],
    ['/sign-in/ticket', { __clerk_ticket: 'x' }, false],
  ])('is the app’s to show: %s with %j', async (path, fields, signedIn) => {
    const browser = server().firstParty(app)
    if (signedIn) await signUp(server(), browser, 'ada@example.com')
    const { status, text, headers } = await browser.post(path, fields)
    expect([Math.floor(status / 100), headers.get('content-type')]).toEqual([4, 'text/html; charset=utf-8'])
    expect(text).toMatch(/role="(?:alert|status)"/)
    const named = headers.get(FIRST_PARTY_HEADERS.error)
    const answer = { status, text, named, path: path.slice(1).replace(/\?.*/, ''), origin: 'http://localhost:3000' }
    expect([named, setUpProblem(answer, { frontendApi: app.frontendApiUrl } as Settings)]).toEqual([
      expect.stringMatching(/^[a-z_]+$/),
      null,
    ])
  })
})
