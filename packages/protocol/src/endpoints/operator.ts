import type { JsonObject } from '../resources/json.ts'
import type { ChangedSettingsJSON, DescribedSettingsJSON } from '../resources/settings.ts'
import type { Endpoint } from './endpoint.ts'

/** What an operator calls with an operator key, to change how an instance is set up. A secret key does not open it. */
export const OPERATOR_ENDPOINTS = [
  {
    id: 'operator/get-settings',
    door: 'operator',
    method: 'GET',
    path: '/v1/latchkey/settings',
    auth: 'operator',
    mutates: false,
    bucket: 'backend',
    response: 'bare',
  },
  {
    id: 'operator/update-settings',
    door: 'operator',
    method: 'PATCH',
    path: '/v1/latchkey/settings',
    auth: 'operator',
    mutates: true,
    bucket: 'backend',
    response: 'bare',
  },
] as const satisfies readonly Endpoint[]

/** What these are asked and what they answer. */
export interface OperatorContracts {
  /** Every setting of the instance, and what each of them is. */
  'operator/get-settings': { readonly response: DescribedSettingsJSON }
  /** Changes the settings that are named and leaves the others. */
  'operator/update-settings': {
    readonly query: {
      /** Say what would change, and change nothing. */
      readonly dry_run?: boolean
    }
    readonly body: {
      /** Values by the names of settings. Those that are not named stay as they are. */
      readonly settings: JsonObject
      /** The version that was read before; refused when another change came in between. `If-Match` says the same. */
      readonly version?: string
    }
    readonly response: ChangedSettingsJSON
  }
}
