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
