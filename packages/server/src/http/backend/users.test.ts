import { describe, expect, it } from 'vitest'
import { findUser } from '../../storage/index.ts'
import { newAddress } from './testing/customer.ts'
import { describeBackend } from './testing/describe-backend.ts'
import { refusal } from './testing/refusal.ts'

const nobody = 'user_000000000000000000000000000'
/** A user that could be made, and a field beside her address. */
const fine = { email_address: ['new@example.com'] }
const status = 'email_address_identification_status'

describeBackend('users', ({ customer, ports, advance }) => {
  describe('are created', () => {
    it('with all that is given, and read back the same', async () => {
      const { call, audit } = await customer()
      const [first, second] = [newAddress(), newAddress()]
      const made = await call('POST', '/users', {
        email_address: [first.toUpperCase(), second],
        first_name: ' Ada ',
        last_name: 'Lovelace',
        external_id: 'ext 1',
        locale: 'en-GB',
        public_metadata: { plan: 'free', nested: { camelCase: 1, snake_case: [2] } },
        private_metadata: { note: 'private' },
        unsafe_metadata: { colour: 'blue' },
        created_at: '2012-10-20T07:15:20.902Z',
        legal_accepted_at: '2013-10-20T09:15:20+02:00',
        delete_self_enabled: false,
        skip_password_checks: true,
        skip_password_requirement: true,
        skip_legal_checks: true,
        phone_number: [],
        username: null,
        password: '',
        unheard_of: 1,
      })
      expect(made).toMatchObject({
        status: 200,
        body: {
          object: 'user',
          first_name: 'Ada',
          last_name: 'Lovelace',
          external_id: 'ext 1',
          locale: 'en-GB',
          public_metadata: { plan: 'free', nested: { camelCase: 1, snake_case: [2] } },
          private_metadata: { note: 'private' },
          unsafe_metadata: { colour: 'blue' },
          created_at: Date.UTC(2012, 9, 20, 7, 15, 20, 902),
          legal_accepted_at: Date.UTC(2013, 9, 20, 7, 15, 20),
          delete_self_enabled: false,
          banned: false,
          locked: false,
          last_sign_in_at: null,
          email_addresses: [
            { email_address: first, verification: { status: 'verified', strategy: 'admin' } },
            { email_address: second, verification: { status: 'verified' } },
          ],
        },
      })
      expect(made.body.primary_email_address_id).toBe(made.body.email_addresses[0]!.id)
      expect(made.headers.get('content-type')).toBe('application/json')
      expect((await call('GET', `/users/${made.body.id}`)).body).toEqual(made.body)
      expect(await audit()).toEqual(['user.created'])
    })

    it('without an address only when told so', async () => {
      const { call } = await customer()
      const made = await call('POST', '/users', { first_name: 'Bea', skip_user_requirement: true, banned: true, locked: true })
      expect(made).toMatchObject({ status: 200, body: { email_addresses: [], primary_email_address_id: null, banned: true, locked: true } })
    })

    it.each([
      [{}, 'form_data_missing', 'email_address'],
      [{ email_address: [] }, 'form_data_missing', 'email_address'],
      [{ email_address: 'ada@example.com' }, 'form_param_type_invalid', 'email_address'],
      [{ email_address: [7] }, 'form_param_type_invalid', 'email_address'],
      [{ email_address: ['not an address'] }, 'form_param_format_invalid', 'email_address'],
      [{ email_address: ['new@example.com', 'x@y'] }, 'form_param_format_invalid', 'email_address'],
      [{ email_address: ['twice@example.com', 'Twice@example.com'] }, 'form_identifier_exists', 'email_address'],
      [{ email_address: Array<string>(101).fill('a@example.com') }, 'form_param_array_size_exceeded', 'email_address'],
      [{ ...fine, [status]: ['reserved'] }, 'form_param_value_invalid', status],
      [{ ...fine, [status]: ['verified', 'verified'] }, 'form_param_array_length_mismatch', status],
      [{ ...fine, phone_number: ['+15555550100'] }, 'form_param_unknown', 'phone_number'],
      [{ ...fine, username: 'ada' }, 'form_param_unknown', 'username'],
      [{ ...fine, password: 'correct horse' }, 'form_param_unknown', 'password'],
      [{ ...fine, password_digest: '$2b$', password_hasher: 'bcrypt' }, 'form_param_unknown', 'password_digest'],
      [{ ...fine, totp_secret: 'AAAA' }, 'form_param_unknown', 'totp_secret'],
      [{ ...fine, password_hasher: 'bcrypt' }, 'form_param_unknown', 'password_hasher'],
      [{ ...fine, phone_number_identification_status: ['verified'] }, 'form_param_unknown', 'phone_number_identification_status'],
      [{ ...fine, create_organization_enabled: true }, 'form_param_unknown', 'create_organization_enabled'],
      [{ ...fine, first_name: 7 }, 'form_param_type_invalid', 'first_name'],
      [{ ...fine, first_name: 'x'.repeat(101) }, 'form_param_format_invalid', 'first_name'],
      [{ ...fine, external_id: 'x'.repeat(257) }, 'form_param_max_length_exceeded', 'external_id'],
      [{ ...fine, locale: 'en US' }, 'form_param_format_invalid', 'locale'],
      [{ ...fine, created_at: 'yesterday' }, 'form_param_invalid_time', 'created_at'],
      [{ ...fine, created_at: 1_350_717_320 }, 'form_param_type_invalid', 'created_at'],
      [{ ...fine, banned: 'yes' }, 'form_param_type_invalid', 'banned'],
      [{ ...fine, public_metadata: '{"a":1}' }, 'form_param_type_invalid', 'public_metadata'],
      [{ ...fine, public_metadata: [1] }, 'form_param_type_invalid', 'public_metadata'],
      [{ ...fine, private_metadata: { a: 'x'.repeat(9000) } }, 'form_param_format_invalid', 'private_metadata'],
    ])('not from %j', async (body, code, param) => {
      const { call, rows } = await customer()
      expect(await call('POST', '/users', body)).toMatchObject(refusal(422, code, param))
      expect([await rows('users'), await rows('identifications'), await rows('audit')]).toEqual([0, 0, 0])
    })

    it('all or nothing: of three addresses one is taken', async () => {
      const { call, person, rows } = await customer()
      const taken = newAddress()
      await person({ email_address: [taken] })
      const said = await call('POST', '/users', { email_address: [newAddress(), taken.toUpperCase(), newAddress()] })
      expect(said).toMatchObject(refusal(422, 'form_identifier_exists', 'email_address'))
      expect([await rows('users'), await rows('identifications')]).toEqual([1, 1])
    })

    it('not with an external id that somebody has, but with one of another instance', async () => {
      const [one, other] = [await customer(), await customer()]
      await one.person({ external_id: 'e1' })
      expect(await one.call('POST', '/users', { email_address: [newAddress()], external_id: 'e1' })).toMatchObject(
        refusal(422, 'form_identifier_exists', 'external_id'),
      )
      expect(await one.rows('users')).toBe(1)
      await other.person({ external_id: 'e1' })
    })

    it('once, when ten ask for the same address at the same time', async () => {
      const { call, rows } = await customer()
      const address = newAddress()
      const said = await Promise.all(Array.from({ length: 10 }, () => call('POST', '/users', { email_address: [address] })))
      expect(said.filter(({ status }) => status === 200)).toHaveLength(1)
      expect(said.filter(({ body }) => body.errors?.[0]?.code === 'form_identifier_exists')).toHaveLength(9)
      expect([await rows('users'), await rows('identifications')]).toEqual([1, 1])
    })

    it('and whoever was claiming the address loses the claim', async () => {
      const { call, person } = await customer()
      const address = newAddress()
      const other = await person()
      const claim = await call('POST', '/email_addresses', { user_id: other, email_address: address })
      await person({ email_address: [address] })
      expect((await call('GET', `/email_addresses/${claim.body.id}`)).status).toBe(404)
    })
  })

  describe('are updated', () => {
    it('where a field is given and nowhere else, and the time of the change moves on', async () => {
      const { call, person, audit } = await customer()
      const id = await person({ first_name: 'Cem', last_name: 'Kaya', external_id: 'e1', private_metadata: { a: 1 } })
      const { body: before } = await call('GET', `/users/${id}`)
      const { body: after } = await call('PATCH', `/users/${id}`, { last_name: 'Demir', locale: 'tr' })
      const { image_url: image, updated_at: updatedAt } = after
      const changed = { last_name: 'Demir', locale: 'tr', image_url: image, profile_image_url: image, updated_at: updatedAt }
      expect(after).toEqual({ ...before, ...changed })
      expect(after.updated_at).toBeGreaterThan(before.updated_at)
      expect((await audit()).filter((event) => event === 'user.updated')).toHaveLength(1)
    })

    it('to nothing by null and by an empty text', async () => {
      const { call, person } = await customer()
      const id = await person({ first_name: 'Cem', last_name: 'Kaya', external_id: 'e1', locale: 'tr' })
      const { body } = await call('PATCH', `/users/${id}`, { first_name: null, last_name: '', external_id: null, locale: null })
      expect(body).toMatchObject({ first_name: null, last_name: null, external_id: null, locale: null })
    })

    it('in their primary address, to one that is theirs and proven', async () => {
      const { call, person } = await customer()
      const id = await person({ email_address: [newAddress(), newAddress()] })
      const other = await person()
      const { body: user } = await call('GET', `/users/${id}`)
      const second = user.email_addresses[1]!.id
      expect((await call('PATCH', `/users/${id}`, { primary_email_address_id: second })).body.primary_email_address_id).toBe(second)
      const pending = await call('POST', '/email_addresses', { user_id: id, email_address: newAddress() })
      for (const wrong of [pending.body.id, (await call('GET', `/users/${other}`)).body.primary_email_address_id, 'idn_0']) {
        expect(await call('PATCH', `/users/${id}`, { primary_email_address_id: wrong, first_name: 'X' })).toMatchObject(
          refusal(404, 'resource_not_found', 'primary_email_address_id'),
        )
      }
      expect((await call('GET', `/users/${id}`)).body).toMatchObject({ primary_email_address_id: second, first_name: null })
    })

    it('with another time of coming, as an import may have to correct it', async () => {
      const { call, person } = await customer()
      const id = await person()
      const { body } = await call('PATCH', `/users/${id}`, { created_at: '2012-10-20T07:15:20.902Z' })
      expect(body.created_at).toBe(Date.UTC(2012, 9, 20, 7, 15, 20, 902))
      expect((await call('PATCH', `/users/${id}`, { created_at: null })).body.created_at).toBe(body.created_at)
    })

    it('with switches that ease a rule nobody has here', async () => {
      const { call, person } = await customer()
      const moot = { skip_password_checks: true, skip_legal_checks: true, bypass_client_trust: true, create_organization_enabled: false }
      const id = await person({ ...moot, skip_password_requirement: true })
      expect((await call('PATCH', `/users/${id}`, moot)).status).toBe(200)
    })

    it('with metadata replaced, as older SDKs send it', async () => {
      const { call, person } = await customer()
      const id = await person({ public_metadata: { a: 1 }, private_metadata: { b: 2 } })
      const { body } = await call('PATCH', `/users/${id}`, { public_metadata: { c: 3 } })
      expect(body).toMatchObject({ public_metadata: { c: 3 }, private_metadata: { b: 2 } })
      expect(body.public_metadata).toEqual({ c: 3 })
    })

    it.each([
      [{ username: 'ada' }, 'form_param_unknown', 'username'],
      [{ password: 'correct horse' }, 'form_param_unknown', 'password'],
      [{ primary_phone_number_id: 'idn_1' }, 'form_param_unknown', 'primary_phone_number_id'],
      [{ created_at: 'yesterday' }, 'form_param_invalid_time', 'created_at'],
      [{ create_organization_enabled: true }, 'form_param_unknown', 'create_organization_enabled'],
      [{ create_organizations_limit: 3 }, 'form_param_unknown', 'create_organizations_limit'],
      [{ sign_out_of_other_sessions: true }, 'form_param_unknown', 'sign_out_of_other_sessions'],
      [{ skip_legal_checks: 'yes' }, 'form_param_type_invalid', 'skip_legal_checks'],
      [{ legal_accepted_at: '2012' }, 'form_param_invalid_time', 'legal_accepted_at'],
      [{ delete_self_enabled: 'no' }, 'form_param_type_invalid', 'delete_self_enabled'],
    ])('not with %j', async (patch, code, param) => {
      const { call, person } = await customer()
      const id = await person()
      const { body: before } = await call('GET', `/users/${id}`)
      expect(await call('PATCH', `/users/${id}`, { first_name: 'X', ...patch })).toMatchObject(refusal(422, code, param))
      expect((await call('GET', `/users/${id}`)).body).toEqual(before)
    })

    it('not into somebody else’s external id', async () => {
      const { call, person } = await customer()
      await person({ external_id: 'e1' })
      const id = await person()
      const said = await call('PATCH', `/users/${id}`, { external_id: 'e1' })
      expect(said).toMatchObject(refusal(422, 'form_identifier_exists', 'external_id'))
    })
  })

  describe('have metadata', () => {
    it('merged deeply, null takes a key away, names of keys are left alone', async () => {
      const { call, person } = await customer()
      const before = { keep: 1, drop: 2, deep: { keepThis: 'a', drop_this: 'b' } }
      const id = await person({ public_metadata: before, private_metadata: { a: [1, 2] } })
      const { body } = await call('PATCH', `/users/${id}/metadata`, {
        public_metadata: { drop: null, deep: { drop_this: null, added: true } },
        private_metadata: null,
        unsafe_metadata: { theme: 'dark' },
      })
      expect(body.public_metadata).toEqual({ keep: 1, deep: { keepThis: 'a', added: true } })
      expect(body.private_metadata).toEqual({ a: [1, 2] })
      expect(body.unsafe_metadata).toEqual({ theme: 'dark' })
    })

    it('within a limit that many small merges do not pass either', async () => {
      const { call, person } = await customer()
      const id = await person({ public_metadata: { a: 'x'.repeat(7000) } })
      expect(await call('PATCH', `/users/${id}/metadata`, { public_metadata: { b: 'x'.repeat(2000) } })).toMatchObject(
        refusal(422, 'form_param_format_invalid', 'public_metadata'),
      )
      expect((await call('GET', `/users/${id}`)).body.public_metadata).not.toHaveProperty('b')
    })

    it('of which none is lost when many merge at the same time', async () => {
      const { call, person } = await customer()
      const id = await person()
      const keys = Array.from({ length: 12 }, (_, index) => `key${index}`)
      await Promise.all(keys.map((key) => call('PATCH', `/users/${id}/metadata`, { public_metadata: { [key]: 1 } })))
      expect(Object.keys((await call('GET', `/users/${id}`)).body.public_metadata).toSorted()).toEqual(keys.toSorted())
    })
  })

  describe('are deleted', () => {
    it('with all that is theirs, and the address is free again', async () => {
      const { call, person, rows, scope, audit } = await customer()
      const address = newAddress()
      const id = await person({ email_address: [address] })
      await call('POST', '/email_addresses', { user_id: id, email_address: newAddress() })
      await call('POST', '/sessions', { user_id: id })
      await call('POST', '/sign_in_tokens', { user_id: id })
      expect(await call('DELETE', `/users/${id}`)).toMatchObject({ status: 200, body: { object: 'user', id, deleted: true } })
      expect(await findUser(scope, id)).toBeNull()
      for (const table of ['users', 'identifications', 'sessions', 'attempts', 'one_time'] as const) {
        expect([table, await rows(table)]).toEqual([table, 0])
      }
      expect((await call('GET', `/users/${id}`)).status).toBe(404)
      expect((await call('DELETE', `/users/${id}`)).status).toBe(404)
      expect(await audit()).toContain('user.deleted')
      expect(await person({ email_address: [address] })).not.toBe(id)
    })
  })

  it.each([
    ['GET', '', undefined],
    ['PATCH', '', { first_name: 'x' }],
    ['PATCH', '/metadata', { public_metadata: {} }],
    ['DELETE', '', undefined],
    ['POST', '/ban', undefined],
    ['POST', '/unban', undefined],
    ['POST', '/lock', undefined],
    ['POST', '/unlock', undefined],
  ])('nobody is nobody: %s /users/:id%s', async (method, path, body) => {
    const { call, rows } = await customer()
    expect(await call(method, `/users/${nobody}${path}`, body)).toMatchObject(refusal(404, 'resource_not_found'))
    expect(await rows('audit')).toBe(0)
  })

  it('change at one time by the clock of the server', async () => {
    const { call, person } = await customer()
    const id = await person()
    advance(3_600_000)
    const before = ports().clock.now()
    const { body } = await call('PATCH', `/users/${id}`, { first_name: 'Late' })
    expect(body.updated_at).toBeGreaterThanOrEqual(before)
    expect(body.updated_at).toBeLessThanOrEqual(ports().clock.now())
  })
})
