import { beforeEach, describe, expect, test } from 'vitest'
import { createAdmin } from '../../admin.ts'
import type { CreatedApplication } from '../../actions/instance/create-application.ts'
import { SETTINGS } from '../../domain/settings/settings-table.ts'
import { onBothDatabases } from '../testing/on-both-databases.ts'

onBothDatabases('the settings API', (server) => {
  let app: CreatedApplication
  let operatorKey: string
  const admin = () => createAdmin(server().ports)
  beforeEach(async () => {
    app = await server().application()
    operatorKey = (await admin().createOperatorKey(app.instanceId, 'ci')).operatorKey
  })

  const call = (method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
    server()
      .browser(app, { base: app.backendApiUrl, origin: null })
      .send(method, `/v1/latchkey/settings${path}`, {
        headers: { authorization: `Bearer ${operatorKey}`, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
  const read = async () => (await call('GET', '')).json
  const change = (settings: object, more: object = {}, query = '') => call('PATCH', query, { settings, ...more })
  const trail = async (type = 'settings.updated') => admin().readTrail(app.instanceId, { type, limit: 10 })

  test('tells every setting, and all that a form needs to show it', async () => {
    const { status, json, headers } = await call('GET', '')
    expect(status).toBe(200)
    expect(json).toMatchObject({ object: 'settings', instance_id: app.instanceId })
    expect(headers.get('etag')).toBe(`"${json.version}"`)
    expect(Object.keys(json.settings)).toEqual(SETTINGS.map(({ name }) => name))
    expect(json.settings).toMatchObject({ 'session.lifetime': '7d', 'session.inactivity': null, 'session.single': true })
    expect(json.schema).toHaveLength(SETTINGS.length)
    expect(json.schema.find(({ name }: { name: string }) => name === 'sign_up.mode')).toEqual({
      name: 'sign_up.mode',
      type: 'choice',
      label: 'Who may sign up',
      description: 'Who may sign up: everybody, or only whom the Backend API makes an account.',
      default: 'public',
      options: ['public', 'restricted'],
      expected: 'public or restricted',
      since: '0.1.0',
      weakened_by: ['public'],
    })
  })

  test('changes what is named and leaves the rest, and says who did it', async () => {
    const before = await read()
    const { status, json, headers } = await change({ 'sign_up.mode': 'restricted', session: { lifetime: '30d' } })
    expect([status, json.dry_run, json.version === before.version]).toEqual([200, false, false])
    expect(json.changes).toEqual([
      { name: 'sign_up.mode', from: 'public', to: 'restricted', weakens_security: false },
      { name: 'session.lifetime', from: '7d', to: '30d', weakens_security: true },
    ])
    expect(headers.get('etag')).toBe(`"${json.version}"`)
    expect(await read()).toMatchObject({
      version: json.version,
      settings: { ...before.settings, 'sign_up.mode': 'restricted', 'session.lifetime': '30d' },
    })
    const [key] = await admin().listOperatorKeys(app.instanceId)
    expect(await trail()).toMatchObject([
      {
        actor: `operator_key:${key!.id}`,
        ipAddress: '203.0.113.9',
        detail: { changes: [{ name: 'sign_up.mode' }, { name: 'session.lifetime', from: '7d', to: '30d' }] },
      },
    ])
    // The process that changed them goes by them at once.
    expect((await server().browser(app).get('/v1/environment')).json.user_settings.sign_up.mode).toBe('restricted')
  })

  test('tries a change without making it', async () => {
    const before = await read()
    const { json } = await change({ 'notify.new_device': false }, {}, '?dry_run=true')
    expect(json).toMatchObject({
      dry_run: true,
      version: before.version,
      settings: { 'notify.new_device': true },
      changes: [{ name: 'notify.new_device', from: true, to: false, weakens_security: true }],
    })
    expect([await read(), await trail()]).toEqual([before, []])
  })

  test.each([
    ['in the body', (version: string) => [{ version }, {}]],
    ['in If-Match', (version: string) => [{}, { 'if-match': `"${version}"` }]],
  ] as const)('is conditional on the version that is named %s', async (_, naming) => {
    const { version } = await read()
    const send = (settings: object) => {
      const [body, headers] = naming(version)
      return call('PATCH', '', { settings, ...body }, headers)
    }
    expect((await send({ 'session.single': false })).status).toBe(200)
    const late = await send({ 'sign_up.mode': 'restricted' })
    const now = await read()
    expect([late.status, late.json.errors[0].code]).toEqual([409, 'conflict'])
    expect(late.json.errors[0].meta).toEqual({ param_name: 'version', version: now.version, settings: now.settings })
    expect(now.settings['sign_up.mode']).toBe('public')
  })

  test('where body and If-Match name a version, both have to be the one there is', async () => {
    const { version } = await read()
    const send = (inBody: string, inHeader: string) => call('PATCH', '', { settings: {}, version: inBody }, { 'if-match': `"${inHeader}"` })
    expect((await send(version, version)).status).toBe(200)
    for (const [inBody, inHeader] of [
      [version, 'old'],
      ['old', version],
      ['old', 'old'],
    ] as const)
      expect((await send(inBody, inHeader)).status).toBe(409)
  })

  test('an If-Match of anything is one of nothing', async () => {
    expect((await call('PATCH', '', { settings: { 'session.single': false } }, { 'if-match': '*' })).status).toBe(200)
    expect((await call('PATCH', '', { settings: {} }, { 'if-match': 'W/"x"' })).status).toBe(409)
  })

  test('refuses what it does not know, all at once, with what there is', async () => {
    const { status, json } = await change({ 'sign_up.mod': 'restricted', 'session.lifetime': '1y', 'sign_up.mode': 'closed', quux: 1 })
    expect(status).toBe(422)
    expect(json.errors).toEqual([
      {
        code: 'form_param_unknown',
        message: 'Unknown field.',
        long_message: 'There is no setting "sign_up.mod". Did you mean sign_up.mode?',
        meta: { param_name: 'sign_up.mod', possible: ['sign_up.mode'] },
      },
      {
        code: 'form_param_value_invalid',
        message: 'Value not allowed.',
        long_message: '"1y" is not a valid value for session.lifetime. Expected 5m to 400d, such as 30m, 12h or 7d.',
        meta: { param_name: 'session.lifetime' },
      },
      {
        code: 'form_param_value_invalid',
        message: 'Value not allowed.',
        long_message: '"closed" is not a valid value for sign_up.mode. Expected public or restricted.',
        meta: { param_name: 'sign_up.mode', possible: ['public', 'restricted'] },
      },
      {
        code: 'form_param_unknown',
        message: 'Unknown field.',
        long_message: 'There is no setting "quux".',
        meta: { param_name: 'quux', possible: SETTINGS.map(({ name }) => name) },
      },
    ])
    expect(await trail()).toEqual([])
  })

  test('refuses settings that would not fit together, with the reason', async () => {
    const { status, json } = await change({ attributes: { email_address: { used_for_first_factor: false } } })
    expect([status, json.errors[0].code]).toEqual([400, 'breaks_instance_invariant'])
    expect(json.errors[0].long_message).toContain('Nobody could sign in.')
    expect((await change({ 'attributes.email_address.used_for_first_factor': false }, {}, '?dry_run=true')).status).toBe(400)
  })

  test.each([
    ['nothing', {}, 'form_param_missing', 'settings'],
    ['settings that are not put in', { 'session.single': false, settings: {} }, 'form_param_unknown', 'session.single'],
    ['a name that every object has', { constructor: {}, settings: {} }, 'form_param_unknown', 'constructor'],
    ['a list', { settings: ['session.single'] }, 'form_param_type_invalid', 'settings'],
    ['a version that is none', { settings: {}, version: 7 }, 'form_param_type_invalid', 'version'],
  ])('refuses %s', async (_, body, code, param) => {
    const { json } = await call('PATCH', '', body)
    expect([json.errors[0].code, json.errors[0].meta.param_name]).toEqual([code, param])
  })

  describe('an operator key', () => {
    test('is no secret key, and a secret key is none', async () => {
      const bearer = (key: string) => ({ authorization: `Bearer ${key}` })
      for (const method of ['GET', 'PATCH']) {
        const answer = await call(
          method,
          '',
          method === 'GET' ? undefined : { settings: { 'sign_up.mode': 'restricted' } },
          bearer(app.secretKey),
        )
        expect([answer.status, answer.json.errors[0].code]).toEqual([401, 'operator_key_invalid'])
        expect(answer.json.errors[0].long_message).toContain('latchkey apps operator-keys create')
      }
      const users = await server()
        .browser(app)
        .send('GET', '/v1/users', { headers: bearer(operatorKey) })
      expect([users.status, users.json.errors[0].code]).toEqual([401, 'clerk_key_invalid'])
      expect(await server().context.instances.findByKey(operatorKey)).toBe(null)
    })

    test('opens its own instance, by whatever address', async () => {
      const other = await server().application()
      const at = (base: string) =>
        server()
          .browser(app, { base, origin: null })
          .send('GET', '/v1/latchkey/settings', { headers: { authorization: `Bearer ${operatorKey}` } })
      expect((await at(app.frontendApiUrl)).json.instance_id).toBe(app.instanceId)
      expect((await at(other.frontendApiUrl)).json.errors[0].code).toBe('resource_not_found')
    })

    test('is kept as its hash, is shown with its last use, and ends when it is revoked', async () => {
      const { rows } = await server().ports.storage.db.execute('select * from operator_keys', [], false)
      expect(JSON.stringify(rows)).not.toContain(operatorKey)
      expect(operatorKey).toMatch(/^op_test_[0-9a-f]{64}$/)
      const mine = async () => (await admin().listOperatorKeys(app.instanceId))[0]!
      expect(await mine()).toMatchObject({ name: 'ci', prefix: 'op_test_', last4: operatorKey.slice(-4), lastUsedAt: null })
      await read()
      await read()
      const { lastUsedAt } = await mine()
      expect(server().ports.clock.now() - lastUsedAt!).toBeLessThan(60_000)
      expect(await trail('operator_key.used')).toHaveLength(1)

      await expect(admin().revokeOperatorKey(app.instanceId, 'other')).rejects.toThrow('Acme has no operator key "other".')
      await admin().revokeOperatorKey(app.instanceId, 'ci')
      expect((await call('GET', '')).status).toBe(401)
      expect(await admin().listOperatorKeys(app.instanceId)).toEqual([])
      expect((await admin().readTrail(app.instanceId, { type: 'operator_key.*', limit: 10 })).map(({ type }) => type).toSorted()).toEqual([
        'operator_key.created',
        'operator_key.revoked',
        'operator_key.used',
      ])
      await server().ports.refusals.close()
      expect(await trail('operator_key.refused')).toMatchObject([{ detail: { code: 'operator_key_invalid', times: 1 } }])
    })
  })
})
