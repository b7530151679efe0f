import type { Endpoint } from './endpoint.ts'

/** What the customer's servers call with a secret key. Its keys are no cookies, so no origin is asked for. */
export const BACKEND_ENDPOINTS = [
  {
    id: 'backend/get-jwks',
    door: 'backend', method: 'GET', path: '/v1/jwks',
    auth: 'secret', mutates: false, bucket: null, response: 'bare',
  },
  {
    id: 'backend/list-users',
    door: 'backend', method: 'GET', path: '/v1/users',
    auth: 'secret', mutates: false, bucket: 'backend', response: 'bare',
  },
  {
    id: 'backend/count-users',
    door: 'backend', method: 'GET', path: '/v1/users/count',
    auth: 'secret', mutates: false, bucket: 'backend', response: 'bare',
  },
  {
    id: 'backend/create-user',
    door: 'backend', method: 'POST', path: '/v1/users',
    auth: 'secret', mutates: true, bucket: 'backend', response: 'bare',
  },
  {
    id: 'backend/get-user',
    door: 'backend', method: 'GET', path: '/v1/users/:user_id',
    auth: 'secret', mutates: false, bucket: 'backend', response: 'bare',
  },
  {
    id: 'backend/update-user',
    door: 'backend', method: 'PATCH', path: '/v1/users/:user_id',
    auth: 'secret', mutates: true, bucket: 'backend', response: 'bare',
  },
  {
    id: 'backend/update-user-metadata',
    door: 'backend', method: 'PATCH', path: '/v1/users/:user_id/metadata',
    auth: 'secret', mutates: true, bucket: 'backend', response: 'bare',
  },
  {
    id: 'backend/replace-user-metadata',
    door: 'backend', method: 'PUT', path: '/v1/users/:user_id/metadata',
    auth: 'secret', mutates: true, bucket: 'backend', response: 'bare',
  },
  {
    id: 'backend/delete-user',
    door: 'backend', method: 'DELETE', path: '/v1/users/:user_id',
    auth: 'secret', mutates: true, bucket: 'backend', response: 'bare',
  },
  {
    id: 'backend/ban-user',
    door: 'backend', method: 'POST', path: '/v1/users/:user_id/ban',
    auth: 'secret', mutates: true, bucket: 'backend', response: 'bare',
  },
  {
    id: 'backend/unban-user',
    door: 'backend', method: 'POST', path: '/v1/users/:user_id/unban',
    auth: 'secret', mutates: true, bucket: 'backend', response: 'bare',
  },
  {
    id: 'backend/lock-user',
    door: 'backend', method: 'POST', path: '/v1/users/:user_id/lock',
    auth: 'secret', mutates: true, bucket: 'backend', response: 'bare',
  },
  {
    id: 'backend/unlock-user',
    door: 'backend', method: 'POST', path: '/v1/users/:user_id/unlock',
    auth: 'secret', mutates: true, bucket: 'backend', response: 'bare',
  },
  {
    id: 'backend/create-email-address',
    door: 'backend', method: 'POST', path: '/v1/email_addresses',
    auth: 'secret', mutates: true, bucket: 'backend', response: 'bare',
  },
  {
    id: 'backend/get-email-address',
    door: 'backend', method: 'GET', path: '/v1/email_addresses/:email_address_id',
    auth: 'secret', mutates: false, bucket: 'backend', response: 'bare',
  },
  {
    id: 'backend/update-email-address',
    door: 'backend', method: 'PATCH', path: '/v1/email_addresses/:email_address_id',
    auth: 'secret', mutates: true, bucket: 'backend', response: 'bare',
  },
  {
    id: 'backend/delete-email-address',
    door: 'backend', method: 'DELETE', path: '/v1/email_addresses/:email_address_id',
    auth: 'secret', mutates: true, bucket: 'backend', response: 'bare',
  },
  {
    id: 'backend/list-sessions',
    door: 'backend', method: 'GET', path: '/v1/sessions',
    auth: 'secret', mutates: false, bucket: 'backend', response: 'bare',
  },
  {
    id: 'backend/create-session',
    door: 'backend', method: 'POST', path: '/v1/sessions',
    auth: 'secret', mutates: true, bucket: 'backend', response: 'bare',
  },
  {
    id: 'backend/get-session',
    door: 'backend', method: 'GET', path: '/v1/sessions/:session_id',
    auth: 'secret', mutates: false, bucket: 'backend', response: 'bare',
  },
  {
    id: 'backend/revoke-session',
    door: 'backend', method: 'POST', path: '/v1/sessions/:session_id/revoke',
    auth: 'secret', mutates: true, bucket: 'backend', response: 'bare',
  },
  {
    id: 'backend/create-session-token',
    door: 'backend', method: 'POST', path: '/v1/sessions/:session_id/tokens',
    auth: 'secret', mutates: true, bucket: 'backend', response: 'bare',
  },
  {
    id: 'backend/refresh-session',
    door: 'backend', method: 'POST', path: '/v1/sessions/:session_id/refresh',
    auth: 'secret', mutates: true, bucket: 'backend', response: 'bare',
  },
  {
    id: 'backend/list-clients',
    door: 'backend', method: 'GET', path: '/v1/clients',
    auth: 'secret', mutates: false, bucket: 'backend', response: 'bare',
  },
  {
    id: 'backend/verify-client',
    door: 'backend', method: 'POST', path: '/v1/clients/verify',
    auth: 'secret', mutates: false, bucket: 'backend', response: 'bare',
  },
  {
    id: 'backend/get-handshake-payload',
    door: 'backend', method: 'GET', path: '/v1/clients/handshake_payload',
    auth: 'secret', mutates: false, bucket: 'backend', response: 'bare',
  },
  {
    id: 'backend/get-client',
    door: 'backend', method: 'GET', path: '/v1/clients/:client_id',
    auth: 'secret', mutates: false, bucket: 'backend', response: 'bare',
  },
  {
    id: 'backend/create-sign-in-token',
    door: 'backend', method: 'POST', path: '/v1/sign_in_tokens',
    auth: 'secret', mutates: true, bucket: 'backend', response: 'bare',
  },
  {
    id: 'backend/revoke-sign-in-token',
    door: 'backend', method: 'POST', path: '/v1/sign_in_tokens/:sign_in_token_id/revoke',
    auth: 'secret', mutates: true, bucket: 'backend', response: 'bare',
  },
  {
    id: 'backend/create-testing-token',
    door: 'backend', method: 'POST', path: '/v1/testing_tokens',
    auth: 'secret', mutates: true, bucket: 'backend', response: 'bare',
  },
] as const satisfies readonly Endpoint[]
