import type { Endpoint } from './endpoint.ts'

/** What anybody may read, and what Latchkey adds to the wire. */
export const PUBLIC_ENDPOINTS = [
  {
    id: 'public/health',
    door: 'public',
    method: 'GET',
    path: '/v1/health',
    auth: 'public',
    mutates: false,
    bucket: null,
    response: 'bare',
  },
  {
    id: 'public/get-jwks',
    door: 'public',
    method: 'GET',
    path: '/.well-known/jwks.json',
    auth: 'public',
    mutates: false,
    bucket: null,
    response: 'bare',
  },
  {
    id: 'public/get-openid-configuration',
    door: 'public',
    method: 'GET',
    path: '/.well-known/openid-configuration',
    auth: 'public',
    mutates: false,
    bucket: null,
    response: 'bare',
  },
  {
    id: 'latchkey/list-inbox',
    door: 'latchkey',
    method: 'GET',
    path: '/v1/latchkey/inbox',
    auth: 'inbox',
    mutates: false,
    bucket: null,
    response: 'bare',
  },
] as const satisfies readonly Endpoint[]
