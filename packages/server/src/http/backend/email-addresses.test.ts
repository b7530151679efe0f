import { describe, expect, it } from 'vitest'
import { newAddress } from './testing/customer.ts'
import { describeBackend } from './testing/describe-backend.ts'
import { refusal } from './testing/refusal.ts'

describeBackend('email addresses', ({ customer }) => {
  describe('are created', () => {
    it('verified on the operator’s word, beside the primary one', async () => {
      const { call, person, audit } = await customer()
      const id = await person()
      const { body: before } = await call('GET', `/users/${id}`)
      const address = newAddress()
      const { body } = await call('POST', '/email_addresses', { user_id: id, email_address: address.toUpperCase(), verified: true })
      const verification = { status: 'verified', strategy: 'admin' }
      expect(body).toMatchObject({ object: 'email_address', email_address: address, verification, linked_to: [] })
      expect((await call('GET', `/email_addresses/${body.id}`)).body).toEqual(body)
      const { body: after } = await call('GET', `/users/${id}`)
      expect(after.primary_email_address_id).toBe(before.primary_email_address_id)
      expect(after.email_addresses).toHaveLength(2)
      expect(after.updated_at).toBeGreaterThan(before.updated_at)
      expect(await audit()).toContain('email_address.created')
    })

    it('as the primary one when told so, or when it is her first', async () => {
      const { call, person } = await customer()
      const [ida, joy] = [await person(), await person({ email_address: [], skip_user_requirement: true })]
      const second = await call('POST', '/email_addresses', { user_id: ida, email_address: newAddress(), verified: true, primary: true })
      const first = await call('POST', '/email_addresses', { user_id: joy, email_address: newAddress(), verified: true })
      expect((await call('GET', `/users/${ida}`)).body.primary_email_address_id).toBe(second.body.id)
      expect((await call('GET', `/users/${joy}`)).body.primary_email_address_id).toBe(first.body.id)
    })

    it('unverified: a claim that excludes nobody and counts for nothing yet', async () => {
      const { call, person, rows } = await customer()
      const [ida, joy] = [await person({ email_address: [], skip_user_requirement: true }), await person()]
      const address = newAddress()
      const claim = await call('POST', '/email_addresses', { user_id: ida, email_address: address })
      expect(claim).toMatchObject({ status: 200, body: { email_address: address, verification: null } })
      const { body: user } = await call('GET', `/users/${ida}`)
      expect(user).toMatchObject({ primary_email_address_id: null, email_addresses: [{ id: claim.body.id }] })
      expect((await call('GET', `/users?email_address=${address}`)).list).toEqual([])
      expect(await rows('identifications')).toBe(1)
      expect((await call('POST', '/email_addresses', { user_id: joy, email_address: address, verified: true })).status).toBe(200)
      expect((await call('GET', `/email_addresses/${claim.body.id}`)).status).toBe(404)
    })

    it.each([
      [{ email_address: 'new@example.com' }, 422, 'form_param_missing', 'user_id'],
      [{ user_id: 'user_none', email_address: 'new@example.com' }, 404, 'resource_not_found', undefined],
      [{ user_id: '' }, 422, 'form_param_missing', 'user_id'],
      [{ user_id: 7, email_address: 'new@example.com' }, 422, 'form_param_type_invalid', 'user_id'],
      [{ user_id: 'ida' }, 422, 'form_param_missing', 'email_address'],
      [{ user_id: 'ida', email_address: 'x' }, 422, 'form_param_format_invalid', 'email_address'],
      [{ user_id: 'ida', email_address: 'new@example.com', verified: 'true' }, 422, 'form_param_type_invalid', 'verified'],
      [{ user_id: 'ida', email_address: 'new@example.com', primary: true }, 422, 'form_verification_needed', 'primary'],
      [{ user_id: 'ida', email_address: 'IDA@example.com', verified: true }, 422, 'form_identifier_exists', 'email_address'],
      [{ user_id: 'ida', email_address: 'joy@example.com', verified: true }, 422, 'form_identifier_exists', 'email_address'],
      [{ user_id: 'ida', email_address: 'joy@example.com' }, 422, 'form_identifier_exists', 'email_address'],
    ])('not from %j', async (given, status, code, param) => {
      const { call, person, rows } = await customer()
      const ida = await person({ email_address: ['ida@example.com'] })
      await person({ email_address: ['joy@example.com'] })
      const audited = await rows('audit')
      const body = 'user_id' in given && given.user_id === 'ida' ? { ...given, user_id: ida } : given
      expect(await call('POST', '/email_addresses', body)).toMatchObject(refusal(status, code, param))
      expect([await rows('identifications'), await rows('attempts'), await rows('audit')]).toEqual([2, 0, audited])
    })

    it('once, when ten ask for the same address for ten users', async () => {
      const { call, person, rows } = await customer()
      const ids = []
      for (let n = 0; n < 10; n++) ids.push(await person({ email_address: [], skip_user_requirement: true }))
      const address = newAddress()
      const give = (id: string) => call('POST', '/email_addresses', { user_id: id, email_address: address, verified: true })
      const said = await Promise.all(ids.map(give))
      expect(said.filter(({ status }) => status === 200)).toHaveLength(1)
      expect(said.filter(({ status }) => status === 422)).toHaveLength(9)
      expect(await rows('identifications')).toBe(1)
    })

    it('unverified ten times and no more', async () => {
      const { call, person } = await customer()
      const id = await person()
      const add = () => call('POST', '/email_addresses', { user_id: id, email_address: newAddress() })
      for (let n = 0; n < 10; n++) expect((await add()).status).toBe(200)
      expect(await add()).toMatchObject(refusal(400, 'too_many_unverified_identifications'))
    })
  })

  describe('are updated', () => {
    it('to verified: the id stays, others’ claims go, a first one becomes primary', async () => {
      const { call, person, rows } = await customer()
      const [ida, joy] = [await person({ email_address: [], skip_user_requirement: true }), await person()]
      const address = newAddress()
      const mine = await call('POST', '/email_addresses', { user_id: ida, email_address: address })
      const theirs = await call('POST', '/email_addresses', { user_id: joy, email_address: address })
      const { body } = await call('PATCH', `/email_addresses/${mine.body.id}`, { verified: true })
      expect(body).toMatchObject({ id: mine.body.id, verification: { status: 'verified', strategy: 'admin' } })
      expect((await call('GET', `/email_addresses/${theirs.body.id}`)).status).toBe(404)
      const { body: user } = await call('GET', `/users/${ida}`)
      expect(user).toMatchObject({ primary_email_address_id: mine.body.id, email_addresses: [{ id: mine.body.id }] })
      expect(await rows('attempts')).toBe(0)
    })

    it('to primary, with or without being verified in the same request', async () => {
      const { call, person } = await customer()
      const id = await person()
      const proven = await call('POST', '/email_addresses', { user_id: id, email_address: newAddress(), verified: true })
      const pending = await call('POST', '/email_addresses', { user_id: id, email_address: newAddress() })
      for (const [address, change] of [
        [proven, { primary: true }],
        [pending, { primary: true, verified: true }],
      ] as const) {
        expect((await call('PATCH', `/email_addresses/${address.body.id}`, change)).status).toBe(200)
        expect((await call('GET', `/users/${id}`)).body.primary_email_address_id).toBe(address.body.id)
      }
    })

    it.each([
      ['pending', { primary: true }, 422, 'form_verification_needed', 'primary'],
      ['primary', { verified: false }, 400, 'identification_update_failed', 'verified'],
      ['primary', { primary: false }, 400, 'identification_update_failed', 'primary'],
      ['pending', { verified: 1 }, 422, 'form_param_type_invalid', 'verified'],
    ])('not a %s one by %j', async (which, change, status, code, param) => {
      const { call, person } = await customer()
      const id = await person()
      const { body: pending } = await call('POST', '/email_addresses', { user_id: id, email_address: newAddress() })
      const { body: before } = await call('GET', `/users/${id}`)
      const target = which === 'pending' ? pending.id : before.primary_email_address_id
      expect(await call('PATCH', `/email_addresses/${target}`, change)).toMatchObject(refusal(status, code, param))
      expect((await call('GET', `/users/${id}`)).body).toEqual(before)
    })

    it.each([
      ['pending', {}],
      ['pending', { verified: false, primary: null }],
      ['primary', { verified: true, primary: true }],
    ])('to what they are already: a %s one by %j', async (which, change) => {
      const { call, person } = await customer()
      const id = await person()
      const { body: pending } = await call('POST', '/email_addresses', { user_id: id, email_address: newAddress() })
      const { body: before } = await call('GET', `/users/${id}`)
      const target = which === 'pending' ? pending.id : before.primary_email_address_id
      expect((await call('PATCH', `/email_addresses/${target}`, change)).status).toBe(200)
      expect((await call('GET', `/users/${id}`)).body.email_addresses).toEqual(before.email_addresses)
    })
  })

  describe('are deleted', () => {
    it('and the oldest of the others becomes primary; the last one goes as well', async () => {
      const { call, person, audit } = await customer()
      const id = await person({ email_address: [newAddress(), newAddress()] })
      const [first, second] = (await call('GET', `/users/${id}`)).body.email_addresses
      const { body: gone } = await call('DELETE', `/email_addresses/${first!.id}`)
      expect(gone).toEqual({ object: 'email_address', id: first!.id, deleted: true })
      const { body: left } = await call('GET', `/users/${id}`)
      expect(left).toMatchObject({ primary_email_address_id: second!.id, email_addresses: [{ id: second!.id }] })
      await call('DELETE', `/email_addresses/${second!.id}`)
      expect((await call('GET', `/users/${id}`)).body).toMatchObject({ primary_email_address_id: null, email_addresses: [] })
      expect((await audit()).filter((event) => event === 'email_address.deleted')).toHaveLength(2)
      expect((await call('DELETE', `/email_addresses/${first!.id}`)).status).toBe(404)
    })

    it('unproven ones too, and the address of a gone one is anybody’s', async () => {
      const { call, person, rows } = await customer()
      const [ida, joy] = [await person(), await person()]
      const address = newAddress()
      const pending = await call('POST', '/email_addresses', { user_id: ida, email_address: newAddress() })
      const proven = await call('POST', '/email_addresses', { user_id: ida, email_address: address, verified: true })
      for (const { body } of [pending, proven]) expect((await call('DELETE', `/email_addresses/${body.id}`)).status).toBe(200)
      expect(await rows('attempts')).toBe(0)
      expect((await call('POST', '/email_addresses', { user_id: joy, email_address: address, verified: true })).status).toBe(200)
    })

    it('both at the same time: no primary that is gone', async () => {
      const { call, person } = await customer()
      const id = await person({ email_address: [newAddress(), newAddress(), newAddress()] })
      const [first, second, third] = (await call('GET', `/users/${id}`)).body.email_addresses
      await Promise.all([first, second].map((address) => call('DELETE', `/email_addresses/${address!.id}`)))
      const { body: left } = await call('GET', `/users/${id}`)
      expect(left).toMatchObject({ primary_email_address_id: third!.id, email_addresses: [{ id: third!.id }] })
    })
  })

  it.each([
    ['GET', undefined],
    ['PATCH', { primary: true }],
    ['DELETE', undefined],
  ])('that are none: %s', async (method, body) => {
    const { call, rows } = await customer()
    expect(await call(method, '/email_addresses/idn_000000000000000000000000000', body)).toMatchObject(refusal(404, 'resource_not_found'))
    expect(await rows('audit')).toBe(0)
  })
})
