import { expect, test } from 'vitest'
import { onBothDatabases } from '../packages/server/src/http/testing/on-both-databases.ts'
import { signIn, signUp } from '../packages/server/src/http/testing/people.ts'

/* A session of a locked user has no token, but it could still list her devices and sign them out. */
onBothDatabases('the session of a locked user', (server) => {
  test('is good for nothing', async () => {
    const app = await server().application()
    const [browser, elsewhere] = [server().browser(app), server().browser(app)]
    const { json } = await signUp(server(), browser, 'ada@example.com')
    const { response } = (await signIn(server(), elsewhere, 'ada@example.com')).json
    const operator = { headers: { authorization: `Bearer ${app.secretKey}` } }
    const operate = (what: string) => server().browser(app).send('POST', `/v1/users/${json.response.created_user_id}/${what}`, operator)
    expect((await operate('lock')).status).toBe(200)
    const answers = [
      await browser.get('/v1/me'),
      await browser.get('/v1/me/sessions'),
      await browser.get('/v1/me/sessions/active'),
      await browser.get('/v1/me/organization_memberships'),
      await browser.post(`/v1/me/sessions/${response.created_session_id}/revoke`),
    ]
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401])
    expect((await operate('unlock')).status).toBe(200)
    expect((await elsewhere.get('/v1/me')).status).toBe(200)
    expect((await browser.get('/v1/me/sessions')).json).toHaveLength(2)
  })
})
