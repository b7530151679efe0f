import type { InstanceSettings } from '../../../domain/settings.ts'
import type { Asked, HostedStart } from '../../html/index.ts'

/** Which names the instance asks for. */
export function askedNames({ firstName, lastName }: Pick<InstanceSettings, 'firstName' | 'lastName'>): NonNullable<HostedStart['names']> {
  return { first: asked(firstName), last: asked(lastName) }
}

function asked({ enabled, required }: InstanceSettings['firstName']): Asked {
  return enabled ? (required ? 'required' : 'optional') : 'off'
}
