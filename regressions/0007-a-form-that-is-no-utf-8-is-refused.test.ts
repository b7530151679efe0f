import { expect, test } from 'vitest'
import { onBothDatabases } from '../packages/server/src/http/testing/on-both-databases.ts'
import { signUp } from '../packages/server/src/http/testing/people.ts'

/* Bytes that are no UTF-8 were kept as question marks: `first_name=Ren%E9`, as Latin-1 writes it, called somebody "Ren\ufffd". */
onBothDatabases('a form', (server) => {
  const broken = ['Ren%E9', '%ff%fe', '%ED%A0%80', '%C0%AF', 'a%E2%82', '%EF%BF%BD%ff']
  test.each(broken)('with %s in it is refused, and changes nothing', async (name) => {
    const browser = server().browser(await server().application())
    await signUp(server(), browser, 'rene@example.com', { first_name: 'René' })
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    for (const body of [`first_name=${name}`, `${name}=x`]) {
      const { status, json } = await browser.send('POST', '/v1/me?_method=PATCH', { body, headers })
      expect([status, json.errors[0].code]).toEqual([400, 'request_body_invalid'])
    }
    expect((await browser.get('/v1/me')).json.response.first_name).toBe('René')
  })

  test('may hold the sign for an unknown character, and a percent sign that is no escape', async () => {
    const browser = server().browser(await server().application())
    await signUp(server(), browser, 'ann@example.com', { first_name: '\ufffd' })
    expect((await browser.get('/v1/me')).json.response.first_name).toBe('\ufffd')
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const raw = await browser.send('POST', '/v1/me?_method=PATCH', { body: 'first_name=100%&last_name=\ufffd%ef%bf%bd', headers })
    expect([raw.json.response.first_name, raw.json.response.last_name]).toEqual(['100%', '\ufffd\ufffd'])
  })
})
