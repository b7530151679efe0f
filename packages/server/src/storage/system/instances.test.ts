import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS, patched } from '../../domain/settings/instance-settings.ts'
import { newId, NOW } from '../testing/fixtures.ts'
import { describeStorage, writeSystem } from '../testing/describe-storage.ts'
import type { Storage } from '../storage.ts'
import { deleteAllowedOrigin, insertAllowedOrigin } from './allowed-origins.ts'
import { findFirstSigningKey, insertSigningKey, listSigningKeys } from './signing-keys.ts'
import { findSecretKey, insertSecretKey, listSecretKeys } from './secret-keys.ts'
import { findInstance, insertApplication, insertInstance, instanceVersion, listApplications, updateSettings } from './instances.ts'

async function seed(storage: Storage) {
  const application = { id: newId('app'), name: 'Acme', createdAt: NOW }
  const instance = {
    id: newId('ins'),
    applicationId: application.id,
    slug: newId('slug'),
    type: 'production' as const,
    host: `${newId('host')}.example.com`,
    settings: { deleteSelf: false },
    createdAt: NOW,
  }
  await writeSystem(storage, async (scope) => {
    await insertApplication(scope, application)
    await insertInstance(scope, instance)
  })
  const read = {
    ...instance,
    applicationName: 'Acme',
    settings: { ...DEFAULT_SETTINGS, deleteSelf: false },
    settingsVersion: 1,
    allowedOrigins: [],
  }
  return { application, instance, read }
}

const aSecretKey = (instanceId: string, createdAt = NOW) => ({
  id: newId('sk'),
  instanceId,
  hash: newId('hash'),
  sealed: null,
  name: 'default',
  last4: 'abcd',
  createdAt,
  lastUsedAt: null,
  expiresAt: null,
})

const aSigningKey = (instanceId: string, createdAt = NOW) => ({
  id: newId('key'),
  instanceId,
  kid: newId('kid'),
  publicJwk: '{"kty":"RSA"}',
  sealedPrivate: 'sealed',
  status: 'active' as const,
  createdAt,
  dueAt: null,
  neededUntil: null,
})

describeStorage(
  'instances',
  ({ storage }) => {
    test('are found by id, slug, host and secret key', async () => {
      const { instance, read } = await seed(storage())
      await seed(storage())
      const key = aSecretKey(instance.id)
      await writeSystem(storage(), (scope) => insertSecretKey(scope, key))
      const scope = { db: storage().db }
      const found = { ...read, settingsVersion: 2 }
      expect(await findInstance(scope, { id: instance.id })).toEqual(found)
      expect(await findInstance(scope, { slug: instance.slug })).toEqual(found)
      expect(await findInstance(scope, { host: instance.host })).toEqual(found)
      expect(await findSecretKey(scope, key.hash)).toEqual(key)
      expect(await findInstance(scope, { id: instance.slug })).toBeNull()
      expect(await findSecretKey(scope, instance.id)).toBeNull()
    })

    test('have slugs and hosts of their own', async () => {
      const { instance } = await seed(storage())
      const add = (changes: object) =>
        writeSystem(storage(), (scope) =>
          insertInstance(scope, { ...instance, id: newId('ins'), slug: newId('slug'), host: null, ...changes }),
        )
      await expect(add({ slug: instance.slug })).rejects.toMatchObject({ constraint: 'instances_slug_key' })
      await expect(add({ host: instance.host })).rejects.toMatchObject({ constraint: 'instances_host_key' })
      await add({})
      await add({})
    })

    test('are listed by application', async () => {
      const { application, instance, read } = await seed(storage())
      const origin = 'https://listed.example.com'
      await writeSystem(storage(), (scope) => insertAllowedOrigin(scope, { instanceId: instance.id, origin, createdAt: NOW }))
      const listed = await listApplications({ db: storage().db })
      expect(listed.find((entry) => entry.application.id === application.id)).toEqual({
        application,
        instances: [{ ...read, allowedOrigins: [origin], settingsVersion: 2 }],
      })
    })

    test('tell by their version that something changed', async () => {
      const { instance } = await seed(storage())
      const { instance: other } = await seed(storage())
      const system = { db: storage().db }
      const change = (work: Parameters<typeof writeSystem<unknown>>[1]) => writeSystem(storage(), work)
      expect(await instanceVersion(system, instance.id)).toBe(1)
      const read = { id: instance.id, settingsVersion: 1 }
      expect(await change((scope) => updateSettings(scope, read, { testMode: false }))).toBe(true)
      expect(await instanceVersion(system, instance.id)).toBe(2)
      expect(await change((scope) => updateSettings(scope, read, { testMode: true }))).toBe(false)
      expect(await change((scope) => updateSettings(scope, { id: other.id, settingsVersion: 2 }, { testMode: true }))).toBe(false)
      const one = { instanceId: instance.id, origin: 'https://one.example.com', createdAt: NOW }
      const two = { instanceId: instance.id, origin: 'https://a-two.example.com', createdAt: NOW + 1 }
      await change((scope) => insertAllowedOrigin(scope, one))
      await change((scope) => insertAllowedOrigin(scope, two))
      await change((scope) => insertAllowedOrigin(scope, one))
      expect(await findInstance(system, { id: instance.id })).toMatchObject({
        settings: { ...DEFAULT_SETTINGS, testMode: false },
        settingsVersion: 5,
        allowedOrigins: [one.origin, two.origin],
      })
      expect(await change((scope) => deleteAllowedOrigin(scope, { ...one, instanceId: other.id }))).toBe(false)
      expect((await findInstance(system, { id: instance.id }))?.allowedOrigins).toHaveLength(2)
      expect(await change((scope) => deleteAllowedOrigin(scope, one))).toBe(true)
      expect(await change((scope) => deleteAllowedOrigin(scope, one))).toBe(false)
      expect((await findInstance(system, { id: instance.id }))?.allowedOrigins).toEqual([two.origin])
      await change((scope) => insertSecretKey(scope, aSecretKey(instance.id)))
      await change((scope) => insertSigningKey(scope, aSigningKey(instance.id)))
      expect(await instanceVersion(system, instance.id)).toBe(9)
      expect(await instanceVersion(system, other.id)).toBe(2)
      expect(await instanceVersion(system, 'ins_0')).toBe(0)
    })

    test('hold their settings in the form that the version before reads and writes', async () => {
      const { instance } = await seed(storage())
      const row = () =>
        storage().db.kysely.selectFrom('instances').select('settings').where('id', '=', instance.id).executeTakeFirstOrThrow()
      const attributes = { email_address: { firstFactors: ['email_code'] }, last_name: { enabled: false } } as const
      await writeSystem(storage(), (scope) =>
        updateSettings(scope, { id: instance.id, settingsVersion: 1 }, patched(DEFAULT_SETTINGS, { attributes })),
      )
      const stored = JSON.parse((await row()).settings)
      expect(stored).toMatchObject({
        emailAddress: { enabled: true, required: true, firstFactors: ['email_code'], verifications: ['email_code', 'email_link'] },
        lastName: { enabled: false, required: false },
      })
      const changed = JSON.stringify({ ...stored, firstName: { enabled: true, required: true } })
      await writeSystem(storage(), (scope) =>
        scope.db.kysely.updateTable('instances').set({ settings: changed }).where('id', '=', instance.id).execute(),
      )
      expect((await findInstance({ db: storage().db }, { id: instance.id }))?.settings).toEqual(
        patched(DEFAULT_SETTINGS, { attributes: { ...attributes, first_name: { required: true } } }),
      )
    })

    test('have secret keys, oldest first', async () => {
      const { instance } = await seed(storage())
      const { instance: other } = await seed(storage())
      const [newer, older] = [aSecretKey(instance.id, NOW + 1), { ...aSecretKey(instance.id), sealed: 'sealed' }]
      for (const key of [newer, older]) await writeSystem(storage(), (scope) => insertSecretKey(scope, key))
      expect(await listSecretKeys({ db: storage().db }, instance.id)).toEqual([older, newer])
      expect(await listSecretKeys({ db: storage().db }, other.id)).toEqual([])
      const copied = writeSystem(storage(), (scope) => insertSecretKey(scope, { ...aSecretKey(other.id), hash: older.hash }))
      await expect(copied).rejects.toMatchObject({ constraint: 'secret_keys_hash_key' })
    })

    test('have signing keys, newest first', async () => {
      const { instance } = await seed(storage())
      const { instance: other } = await seed(storage())
      const [older, newer] = [aSigningKey(instance.id), { ...aSigningKey(instance.id, NOW + 1), status: 'retiring' as const }]
      for (const key of [older, newer]) await writeSystem(storage(), (scope) => insertSigningKey(scope, key))
      expect(await listSigningKeys({ db: storage().db }, instance.id)).toEqual([newer, older])
      const first = { ...aSigningKey(other.id, 1), status: 'retiring' as const }
      await writeSystem(storage(), (scope) => insertSigningKey(scope, first))
      expect(await findFirstSigningKey({ db: storage().db })).toEqual(first)
      await writeSystem(storage(), (scope) => insertSigningKey(scope, { ...aSigningKey(other.id), kid: older.kid }))
      const again = writeSystem(storage(), (scope) => insertSigningKey(scope, { ...aSigningKey(instance.id), kid: older.kid }))
      await expect(again).rejects.toMatchObject({ constraint: 'signing_keys_kid_key' })
    })
  },
  { system: true, whole: /applications|SCAN i:|allowed_origins|secret_keys|signing_keys/ },
)
