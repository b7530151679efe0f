import type { CreatedApplication } from '../../../../actions/instance/create-application.ts'
import type { Described, Prepared } from '../described.ts'
import { field, type Kind, SPELLED_FLAG, UNUSED } from '../kinds.ts'
import { newIp } from '../people.ts'
import type { Stage } from '../stage.ts'

/** A request of whoever holds an operator key. */
async function operator(stage: Stage, app: CreatedApplication): Promise<Prepared> {
  const { operatorKey } = await stage.server.admin.createOperatorKey(app.instanceId, 'walk')
  return { base: app.backendApiUrl, headers: { authorization: `Bearer ${operatorKey}` }, ip: newIp() }
}

let count = 0

/** Settings by name; what is in them is refused by the name of the setting. */
const SETTINGS: Kind = { kept: [], as: (value) => value, passed: ['object'], named: false }
/** The version that was read: any other is refused, and says which it is by now. */
const VERSION: Kind = { ...UNUSED, passed: [], named: true }

/** Requests that set instances up. */
export const OPERATOR_REQUESTS: readonly Described[] = [
  { id: 'operator/get-settings', prepare: operator, answers: 200, writes: [] },
  {
    id: 'operator/update-settings',
    prepare: async (stage, app) => ({
      ...(await operator(stage, app)),
      body: { settings: { brand: { terms_url: `https://example.com/terms/${(count += 1)}` } } },
      query: { dry_run: 'false' },
    }),
    fields: { settings: field(SETTINGS), version: field(VERSION) },
    query: { dry_run: field(SPELLED_FLAG) },
    answers: 200,
    writes: ['instances', 'audit'],
  },
]
