import type { Endpoint } from './endpoint.ts'

/** What browsers call before and while somebody is signed in. */
export const FRONTEND_ENDPOINTS = [
  {
    id: 'frontend/get-environment',
    door: 'frontend', method: 'GET', path: '/v1/environment',
    auth: 'public', mutates: false, bucket: null, response: 'bare',
  },
  {
    id: 'frontend/touch-environment',
    door: 'frontend', method: 'PATCH', path: '/v1/environment',
    auth: 'public', mutates: true, bucket: 'write', response: 'bare',
  },
  {
    id: 'frontend/create-dev-browser',
    door: 'frontend', method: 'POST', path: '/v1/dev_browser',
    auth: 'public', mutates: true, bucket: 'write', response: 'bare',
  },
  {
    id: 'frontend/get-client',
    door: 'frontend', method: 'GET', path: '/v1/client',
    auth: 'public', mutates: false, bucket: null, response: 'enveloped',
  },
  {
    id: 'frontend/put-client',
    door: 'frontend', method: 'PUT', path: '/v1/client',
    auth: 'public', mutates: true, bucket: 'client_create', response: 'enveloped',
  },
  {
    id: 'frontend/create-client',
    door: 'frontend', method: 'POST', path: '/v1/client',
    auth: 'public', mutates: true, bucket: 'client_create', response: 'enveloped',
  },
  {
    id: 'frontend/delete-client',
    door: 'frontend', method: 'DELETE', path: '/v1/client',
    auth: 'client', mutates: true, bucket: 'write', response: 'enveloped',
  },
  {
    id: 'frontend/handshake',
    door: 'frontend', method: 'GET', path: '/v1/client/handshake',
    auth: 'public', mutates: false, bucket: 'write', response: 'redirect',
  },
  {
    id: 'frontend/touch-client',
    door: 'frontend', method: 'GET', path: '/v1/client/touch',
    auth: 'public', mutates: false, bucket: null, response: 'redirect',
  },
  {
    id: 'frontend/create-sign-in',
    door: 'frontend', method: 'POST', path: '/v1/client/sign_ins',
    auth: 'public', mutates: true, bucket: 'sign_in_create', response: 'enveloped',
  },
  {
    id: 'frontend/get-sign-in',
    door: 'frontend', method: 'GET', path: '/v1/client/sign_ins/:sign_in_id',
    auth: 'client', mutates: false, bucket: null, response: 'enveloped',
  },
  {
    id: 'frontend/prepare-first-factor',
    door: 'frontend', method: 'POST', path: '/v1/client/sign_ins/:sign_in_id/prepare_first_factor',
    auth: 'client', mutates: true, bucket: 'write', response: 'enveloped',
  },
  {
    id: 'frontend/attempt-first-factor',
    door: 'frontend', method: 'POST', path: '/v1/client/sign_ins/:sign_in_id/attempt_first_factor',
    auth: 'client', mutates: true, bucket: 'attempt', response: 'enveloped',
  },
  {
    id: 'frontend/prepare-second-factor',
    door: 'frontend', method: 'POST', path: '/v1/client/sign_ins/:sign_in_id/prepare_second_factor',
    auth: 'client', mutates: true, bucket: 'write', response: 'enveloped',
  },
  {
    id: 'frontend/attempt-second-factor',
    door: 'frontend', method: 'POST', path: '/v1/client/sign_ins/:sign_in_id/attempt_second_factor',
    auth: 'client', mutates: true, bucket: 'attempt', response: 'enveloped',
  },
  {
    id: 'frontend/create-sign-up',
    door: 'frontend', method: 'POST', path: '/v1/client/sign_ups',
    auth: 'public', mutates: true, bucket: 'sign_up_create', response: 'enveloped',
  },
  {
    id: 'frontend/get-sign-up',
    door: 'frontend', method: 'GET', path: '/v1/client/sign_ups/:sign_up_id',
    auth: 'client', mutates: false, bucket: null, response: 'enveloped',
  },
  {
    id: 'frontend/update-sign-up',
    door: 'frontend', method: 'PATCH', path: '/v1/client/sign_ups/:sign_up_id',
    auth: 'client', mutates: true, bucket: 'write', response: 'enveloped',
  },
  {
    id: 'frontend/prepare-sign-up-verification',
    door: 'frontend', method: 'POST', path: '/v1/client/sign_ups/:sign_up_id/prepare_verification',
    auth: 'client', mutates: true, bucket: 'write', response: 'enveloped',
  },
  {
    id: 'frontend/attempt-sign-up-verification',
    door: 'frontend', method: 'POST', path: '/v1/client/sign_ups/:sign_up_id/attempt_verification',
    auth: 'client', mutates: true, bucket: 'attempt', response: 'enveloped',
  },
  {
    id: 'frontend/delete-sessions',
    door: 'frontend', method: 'DELETE', path: '/v1/client/sessions',
    auth: 'client', mutates: true, bucket: 'write', response: 'enveloped',
  },
  {
    id: 'frontend/get-session',
    door: 'frontend', method: 'GET', path: '/v1/client/sessions/:session_id',
    auth: 'client', mutates: false, bucket: null, response: 'enveloped',
  },
  {
    id: 'frontend/touch-session',
    door: 'frontend', method: 'POST', path: '/v1/client/sessions/:session_id/touch',
    auth: 'client', mutates: true, bucket: 'write', response: 'enveloped',
  },
  {
    id: 'frontend/end-session',
    door: 'frontend', method: 'POST', path: '/v1/client/sessions/:session_id/end',
    auth: 'client', mutates: true, bucket: 'write', response: 'enveloped',
  },
  {
    id: 'frontend/remove-session',
    door: 'frontend', method: 'POST', path: '/v1/client/sessions/:session_id/remove',
    auth: 'client', mutates: true, bucket: 'write', response: 'enveloped',
  },
  {
    id: 'frontend/create-token',
    door: 'frontend', method: 'POST', path: '/v1/client/sessions/:session_id/tokens',
    auth: 'client', mutates: true, bucket: 'token', response: 'bare',
  },
  {
    // Asked by the application's server for whatever its visitors do, so there may be no origin. It changes nothing.
    id: 'frontend/get-session-state',
    door: 'frontend', method: 'POST', path: '/v1/latchkey/session',
    auth: 'client', mutates: false, bucket: 'token', response: 'bare',
  },
  {
    id: 'frontend/verify-link',
    door: 'frontend', method: 'GET', path: '/v1/verify',
    auth: 'public', mutates: false, bucket: 'write', response: 'html',
  },
  {
    id: 'frontend/accept-ticket',
    door: 'frontend', method: 'GET', path: '/v1/tickets/accept',
    auth: 'public', mutates: false, bucket: 'write', response: 'html',
  },
] as const satisfies readonly Endpoint[]
