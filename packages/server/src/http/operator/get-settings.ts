import { readSettings } from '../../actions/instance/read-settings.ts'
import { Refusal } from '../../domain/refusal.ts'
import { describedSettingsJson } from '../../wire/index.ts'
import type { Handler, OperatorRequest } from '../handler.ts'
import { json } from '../reply/reply.ts'

/** Every setting of the instance, and what each of them is. */
export const getSettings: Handler<OperatorRequest> = async ({ ports }, { instance }) => {
  const read = await readSettings(ports, instance.id)
  if (read === null) throw new Refusal('resource_not_found')
  return json(describedSettingsJson(instance.id, read), { headers: { ETag: `"${read.version}"` } })
}
