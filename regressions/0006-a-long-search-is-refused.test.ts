import { beforeAll, expect, test } from 'vitest'
import type { CreatedApplication } from '../packages/server/src/actions/instance/create-application.ts'
import { onBothDatabases } from '../packages/server/src/http/testing/on-both-databases.ts'

/* A search for a text of 50,000 characters was an error of SQLite, which takes no such pattern, and so one of ours. */
onBothDatabases('a search for users', (server) => {
  let app: CreatedApplication
  beforeAll(async () => {
    app = await server().application()
  })
  const ask = (param: string, length: number) =>
    server()
      .browser(app)
      .get(`/v1/users?${param}=${'a'.repeat(length)}`, { authorization: `Bearer ${app.secretKey}` })

  const params = ['query', 'email_address_query', 'name_query', 'email_address', 'user_id', 'order_by']
  test.each(params)('by a %s of 65,000 characters is refused', async (param) => {
    const { status, json } = await ask(param, 65_000)
    expect([status, json.errors[0].code, json.errors[0].meta.param_name]).toEqual([422, 'form_param_max_length_exceeded', param])
  })

  test('by one of a thousand is not', async () => {
    expect((await ask('query', 1000)).json).toEqual([])
  })
})
