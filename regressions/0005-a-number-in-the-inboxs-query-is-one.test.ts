import { expect, test } from 'vitest'
import { onBothDatabases } from '../packages/server/src/http/testing/on-both-databases.ts'

/*
 * The inbox took whatever stood behind `limit=` for a number: a negative one was an error of PostgreSQL and everything there is in
 * SQLite, and half a message an error of both.
 */
onBothDatabases('the query of the inbox', (server) => {
  const ask = async (query: string) => {
    const response = await server().fetch(new Request(`http://localhost:4000/v1/latchkey/inbox?${query}`), '127.0.0.1')
    const { errors = [{}] } = await response.json()
    return [response.status, errors[0].code, errors[0].meta?.param_name]
  }

  const odd = ['limit=-1', 'limit=0.5', 'limit=1e2', 'limit=0', 'limit=x', 'limit=%D9%A3', 'wait=-1', 'wait=NaN', 'wait=Infinity']
  test.each(odd)('%s is refused', async (query) => {
    expect(await ask(query)).toEqual([422, 'form_param_value_invalid', query.split('=')[0]])
  })

  test.each(['', 'limit=', 'limit=1', 'limit=5000', 'wait=0', 'wait=0.1'])('"%s" is not', async (query) => {
    expect(await ask(query)).toEqual([200, undefined, undefined])
  })
})
