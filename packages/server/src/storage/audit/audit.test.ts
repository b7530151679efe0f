import { expect, test } from 'vitest'
import { describeStorage } from '../testing/describe-storage.ts'
import { newId, NOW } from '../testing/fixtures.ts'
import { appendAudit } from './audit.ts'

describeStorage(
  'appendAudit',
  ({ tenant }) => {
    test('keeps who did what, where from', async () => {
      const { instanceId, scope, write } = tenant()
      const entry = {
        id: newId('evt'),
        type: 'session.created',
        actor: 'user:user_1',
        userId: 'user_1',
        clientId: null,
        ipAddress: '192.0.2.1',
        userAgent: 'Test/1',
        detail: { strategy: 'email_code' },
        createdAt: NOW,
      }
      await write((inner) => appendAudit(inner, [entry]))
      const row = await scope.db.kysely.selectFrom('audit').selectAll().where('instance_id', '=', instanceId).executeTakeFirstOrThrow()
      expect({ ...row }).toEqual({
        instance_id: instanceId,
        id: entry.id,
        type: 'session.created',
        actor: 'user:user_1',
        user_id: 'user_1',
        client_id: null,
        ip_address: '192.0.2.1',
        user_agent: 'Test/1',
        detail: '{"strategy":"email_code"}',
        created_at: NOW,
      })
    })

    test('takes many in one statement, and none in none', async () => {
      const { instanceId, scope, write } = tenant()
      const entry = (index: number) => ({
        id: newId('evt'),
        type: `test.${index}`,
        actor: 'system',
        userId: null,
        clientId: null,
        ipAddress: null,
        userAgent: null,
        detail: { index },
        createdAt: NOW,
      })
      const counts = await write(async (inner) => {
        const counted: number[] = []
        for (const many of [0, 1, 2, 50, 51]) {
          let statements = 0
          const db = {
            ...inner.db,
            dialect: inner.db.dialect,
            execute: (...args: Parameters<typeof inner.db.execute>) => (statements++, inner.db.execute(...args)),
          }
          await appendAudit(
            { ...inner, db },
            Array.from({ length: many }, (_, index) => entry(index)),
          )
          counted.push(statements)
        }
        return counted
      })
      expect(counts).toEqual([0, 1, 1, 1, 2])
      const rows = await scope.db.kysely.selectFrom('audit').select(['type', 'detail']).where('instance_id', '=', instanceId).execute()
      expect(rows.length).toBe(104)
      expect(rows.every(({ type, detail }) => type === `test.${(JSON.parse(detail) as { index: number }).index}`)).toBe(true)
    })
  },
  { whole: /audit/ },
)
