import { expect, test } from 'vitest'
import { onBothDatabases } from '../packages/server/src/http/testing/on-both-databases.ts'
import { signUp } from '../packages/server/src/http/testing/people.ts'

/* A form carries metadata as a text, and a number out of range in it was kept as null: not what was sent, and nobody was told. */
onBothDatabases('metadata in a form', (server) => {
  test.each(['{"a":1e400}', '{"a":[{"b":-1e400}]}'])('is refused when a number in it is out of range: %s', async (text) => {
    const browser = server().browser(await server().application())
    await signUp(server(), browser, 'ada@example.com', { unsafe_metadata: '{"a":1e30}' })
    for (const path of ['/v1/me', '/v1/me/metadata']) {
      const { status, json } = await browser.post(`${path}?_method=PATCH`, { unsafe_metadata: text })
      expect([status, json.errors[0].code, json.errors[0].meta.param_name]).toEqual([422, 'form_param_format_invalid', 'unsafe_metadata'])
    }
    expect((await browser.get('/v1/me')).json.response.unsafe_metadata).toEqual({ a: 1e30 })
  })
})
