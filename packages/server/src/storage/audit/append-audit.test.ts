import { expect, test } from 'vitest'
import { newId, NOW } from '../testing/fixtures.ts'
import { describeStorage } from '../testing/describe-storage.ts'
import { appendAudit } from './append-audit.ts'

describeStorage('appendAudit', ({ tenant }) => {
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
    await write((inner) => appendAudit(inner, entry))
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
}, { whole: /audit/ })
