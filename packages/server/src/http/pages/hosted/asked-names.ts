import { demandFor } from '../../../domain/settings/attribute-rules.ts'
import type { InstanceSettings } from '../../../domain/settings/instance-settings.ts'
import type { HostedStart } from '../../html/index.ts'

/** Which names the instance asks for. */
export function askedNames(settings: Pick<InstanceSettings, 'attributes'>): NonNullable<HostedStart['names']> {
  return { first: demandFor(settings, 'first_name'), last: demandFor(settings, 'last_name') }
}
