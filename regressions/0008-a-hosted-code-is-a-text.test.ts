import { beforeAll, expect, test } from 'vitest'
import type { CreatedApplication } from '../packages/server/src/actions/instance/create-application.ts'
import { onBothDatabases } from '../packages/server/src/http/testing/on-both-databases.ts'
import { lastCode, signUp } from '../packages/server/src/http/testing/people.ts'

/*
 * The hosted page that asks for a code made a text of whatever it got. Of a list it took the code inside, and an object with a
 * `toString` of its own was an error of ours.
 */
onBothDatabases('the code on a hosted page', (server) => {
  let app: CreatedApplication
  beforeAll(async () => {
    app = await server().application()
    await signUp(server(), server().browser(app), 'ada@example.com')
  })

  test.each([(code: string) => ({ toString: code }), (code: string) => [code], (code: string) => Number(code), () => null])(
    'is refused when it is no text, and no guess',
    async (made) => {
      const browser = server().browser(app, { origin: new URL(app.frontendApiUrl).origin })
      // The first answer gives a browser its cookie, and has the form sent once more: no email is sent before it is shown.
      expect((await browser.post('/sign-in', { email_address: 'ada@example.com' })).status).toBe(307)
      expect((await browser.post('/sign-in?again=1', { email_address: 'ada@example.com' })).status).toBe(303)
      const code = await lastCode(server(), 'ada@example.com')
      const headers = { 'content-type': 'application/json' }
      expect((await browser.send('POST', '/sign-in/code', { body: JSON.stringify({ code: made(code) }), headers })).status).toBe(422)
      const { json } = await browser.get('/v1/client')
      expect([json.response.sessions, json.response.sign_in.first_factor_verification.attempts]).toEqual([[], 0])
      expect((await browser.post('/sign-in/code', { code: `${code.slice(0, 3)} ${code.slice(3)}` })).status).toBe(303)
    },
  )
})
