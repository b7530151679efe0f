import { beforeAll, expect, it } from 'vitest'
import { updateUser } from '../../storage/index.ts'
import type { Customer } from './testing/customer.ts'
import { describeBackend } from './testing/describe-backend.ts'
import { refusal } from './testing/refusal.ts'

const year = (n: number) => `${n}-01-01T00:00:00Z`
const at = (n: number) => Date.UTC(n, 0, 1)

describeBackend('lists of users', ({ customer, ports }) => {
  let acme: Customer
  const ids: { [name: string]: string } = {}
  const names = (list: readonly { readonly id: string }[]) => list.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id))
  const listed = async (query: string) => {
    const { status, list } = await acme.call('GET', `/users?${query}`)
    expect(status).toBe(200)
    return names(list)
  }

  beforeAll(async () => {
    acme = await customer()
    const other = await customer()
    await other.person({ first_name: 'Ada', created_at: year(2001) })
    ids.ada = await acme.person({
      email_address: ['ada@lovelace.example'],
      first_name: 'Ada',
      last_name: 'Lovelace',
      external_id: 'e-1',
      created_at: year(2001),
    })
    ids.bob = await acme.person({
      email_address: ['bob@work.example', 'bob@home.example'],
      first_name: 'Bob',
      last_name: 'Zed',
      created_at: year(2002),
    })
    ids.cy = await acme.person({
      email_address: ['cy_@work.example'],
      first_name: 'Cy',
      external_id: 'e-3',
      created_at: year(2003),
      banned: true,
    })
    await ports().storage.transaction(async (db) => {
      const scope = { db, instanceId: acme.instanceId }
      await updateUser(scope, ids.ada!, { lastActiveAt: at(2011), lastSignInAt: at(2011) }, at(2020))
      await updateUser(scope, ids.bob!, { lastActiveAt: at(2012), lastSignInAt: at(2012), lockedUntil: Date.now() + 3_600_000 }, at(2021))
      // A lock that has run out is none.
      await updateUser(scope, ids.ada!, { lockedUntil: 1 }, at(2020))
    })
  })

  it.each([
    ['', ['cy', 'bob', 'ada']],
    ['order_by=%2Bcreated_at', ['ada', 'bob', 'cy']],
    ['order_by=+created_at', ['ada', 'bob', 'cy']],
    ['order_by=created_at', ['ada', 'bob', 'cy']],
    ['order_by=-created_at', ['cy', 'bob', 'ada']],
    ['order_by=created_at&order_by=nonsense', ['ada', 'bob', 'cy']],
    ['order_by=-last_name&last_active_at_after=0', ['bob', 'ada']],
    ['order_by=email_address', ['ada', 'bob', 'cy']],
    ['order_by=-first_name', ['cy', 'bob', 'ada']],
    ['limit=1', ['cy']],
    ['limit=1&offset=1', ['bob']],
    ['limit=500&offset=3', []],
    ['email_address=BOB@home.example', ['bob']],
    ['email_address=bob@home.example&email_address=ada@lovelace.example&order_by=created_at', ['ada', 'bob']],
    ['email_address=nobody@nowhere.example', []],
    ['email_address=no+address', []],
    ['email_address=no+address&email_address=ada@lovelace.example', ['ada']],
    ['external_id=e-1&external_id=none', ['ada']],
    ['external_id=%2Be-3', ['cy']],
    ['query=work', ['cy', 'bob']],
    ['query=LOVE', ['ada']],
    ['query=Bob%20Z', ['bob']],
    ['email_address_query=_', ['cy']],
    ['email_address_query=%25', []],
    ['email_address_query=HOME', ['bob']],
    ['name_query=cy', ['cy']],
    ['banned=true', ['cy']],
    ['banned=false', ['bob', 'ada']],
    [`created_at_before=${at(2002)}`, ['ada']],
    [`created_at_after=${at(2002)}`, ['cy']],
    [`last_active_at_before=${at(2012)}`, ['ada']],
    [`last_active_at_after=${at(2011)}`, ['bob']],
    [`last_active_at_since=${at(2011)}`, ['bob', 'ada']],
    [`last_sign_in_at_before=${at(2012)}&last_sign_in_at_after=${at(2010)}`, ['ada']],
    ['email_address=ada@lovelace.example&banned=true', []],
    ['phone_number=%2B15555550100', []],
    ['username=ada', []],
    ['username_query=a', []],
    ['web3_wallet=0x0', []],
    ['provider=oauth_google&provider_user_id=1', []],
    ['organization_id=org_1', []],
    ['organization_id=-org_1', ['cy', 'bob', 'ada']],
    ['query=&email_address=&banned=&limit=', ['cy', 'bob', 'ada']],
    ['_unheard_of=1', ['cy', 'bob', 'ada']],
    ['locked=true', ['bob']],
    ['locked=false', ['cy', 'ada']],
    ['external_id=-e-1', ['cy', 'bob']],
  ])('?%s', async (query, expected) => {
    expect(await listed(query)).toEqual(expected)
    const params = new URLSearchParams(query)
    if (!params.has('limit') || params.get('limit') === '') {
      expect((await acme.call('GET', `/users/count?${query}`)).body).toEqual({ object: 'total_count', total_count: expected.length })
    }
  })

  it('by id, of this instance only', async () => {
    expect(await listed(`user_id=${ids.ada}&user_id=%2B${ids.cy}&user_id=user_none`)).toEqual(['cy', 'ada'])
    const stranger = await customer()
    expect((await stranger.call('GET', `/users?user_id=${ids.ada}`)).list).toEqual([])
  })

  it('by id, all but those that are named with a minus', async () => {
    expect(await listed(`user_id=-${ids.ada}`)).toEqual(['cy', 'bob'])
    expect(await listed(`user_id=-${ids.ada}&user_id=${ids.bob}`)).toEqual(['bob'])
  })

  it.each([
    ['', ['cy', 'bob', 'ada']],
    ['order_by=-created_at&', ['cy', 'bob', 'ada']],
    ['order_by=created_at&', ['ada', 'bob', 'cy']],
    ['banned=false&', ['bob', 'ada']],
  ])('page after page, each after the last user of the one before: ?%s', async (query, expected) => {
    const seen: (string | undefined)[] = []
    let after = ''
    for (let pages = 0; pages < 5; pages++) {
      const { list } = await acme.call('GET', `/users?${query}limit=1${after}`)
      if (list.length === 0) break
      seen.push(...names(list))
      after = `&starting_after=${list[0]!.id}`
    }
    expect(seen).toEqual(expected)
  })

  it('after a user who came at the same moment as others, none twice and none left out', async () => {
    const many = await customer()
    const same = await Promise.all(Array.from({ length: 5 }, () => many.person({ created_at: year(2001) })))
    const { list: first } = await many.call('GET', '/users?limit=2')
    const { list: rest } = await many.call('GET', `/users?starting_after=${first[1]!.id}`)
    expect([...first, ...rest].map(({ id }) => id)).toEqual(same.toSorted().toReversed())
  })

  it.each(['order_by=last_name', 'offset=1', 'order_by=-email_address'])('not after a user with ?%s', async (query) => {
    const param = query.split('=')[0]!
    const said = await acme.call('GET', `/users?starting_after=${ids.ada}&${query}`)
    expect(said).toMatchObject(refusal(422, 'form_param_value_invalid', param))
  })

  it('not after a user of another instance', async () => {
    const stranger = await (await customer()).person()
    const said = await acme.call('GET', `/users?starting_after=${stranger}`)
    expect(said).toMatchObject(refusal(422, 'form_param_value_invalid', 'starting_after'))
  })

  it('a bare array of whole users, newest first, ten unless told otherwise', async () => {
    const many = await customer()
    for (let n = 0; n < 12; n++) await many.person()
    const { list } = await many.call('GET', '/users')
    expect(list).toHaveLength(10)
    expect(list[0]).toEqual((await many.call('GET', `/users/${list[0]!.id}`)).body)
    expect((await many.call('GET', '/users?limit=500')).list).toHaveLength(12)
  })

  it.each([
    ['order_by=phone_number', 'form_param_value_invalid', 'order_by'],
    ['order_by=constructor', 'form_param_value_invalid', 'order_by'],
    ['order_by=--created_at', 'form_param_value_invalid', 'order_by'],
    ['order_by=created_at;drop', 'form_param_value_invalid', 'order_by'],
    ['order_by=none&phone_number=1', 'form_param_value_invalid', 'order_by'],
    ['limit=0', 'form_param_value_invalid', 'limit'],
    ['limit=501', 'form_param_value_invalid', 'limit'],
    ['limit=1e2', 'form_param_value_invalid', 'limit'],
    ['limit=-1', 'form_param_value_invalid', 'limit'],
    ['offset=-1', 'form_param_value_invalid', 'offset'],
    ['offset=99999999999999999999', 'form_param_value_invalid', 'offset'],
    ['banned=yes', 'form_param_value_invalid', 'banned'],
    ['created_at_after=yesterday', 'form_param_value_invalid', 'created_at_after'],
    ['starting_after=user_1', 'form_param_value_invalid', 'starting_after'],
    ['ending_before=user_1', 'form_param_unknown', 'ending_before'],
    ['lokced=true', 'form_param_unknown', 'lokced'],
    ['locked=1', 'form_param_value_invalid', 'locked'],
    [Array.from({ length: 101 }, (_, n) => `user_id=${n}`).join('&'), 'form_param_array_size_exceeded', 'user_id'],
    [Array.from({ length: 101 }, (_, n) => `email_address=${n}`).join('&'), 'form_param_array_size_exceeded', 'email_address'],
  ])('not ?%.60s', async (query, code, param) => {
    expect(await acme.call('GET', `/users?${query}`)).toMatchObject(refusal(422, code, param))
  })

  it('not even a number past the last page is a failure', async () => {
    expect(await acme.call('GET', `/users?offset=${Number.MAX_SAFE_INTEGER}`)).toMatchObject({ status: 200, list: [] })
  })
})
