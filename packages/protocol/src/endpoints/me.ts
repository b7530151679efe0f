import type { Endpoint } from './endpoint.ts'

/** What a signed-in user does to their own account. The organization lists are always empty: the prebuilt profile asks for them. */
export const ME_ENDPOINTS = [
  {
    id: 'frontend/get-me',
    door: 'frontend', method: 'GET', path: '/v1/me',
    auth: 'session', mutates: false, bucket: null, response: 'enveloped',
  },
  {
    id: 'frontend/update-me',
    door: 'frontend', method: 'PATCH', path: '/v1/me',
    auth: 'session', mutates: true, bucket: 'write', response: 'enveloped',
  },
  {
    id: 'frontend/delete-me',
    door: 'frontend', method: 'DELETE', path: '/v1/me',
    auth: 'session', mutates: true, bucket: 'write', response: 'enveloped',
  },
  {
    id: 'frontend/update-my-metadata',
    door: 'frontend', method: 'PATCH', path: '/v1/me/metadata',
    auth: 'session', mutates: true, bucket: 'write', response: 'enveloped',
  },
  {
    id: 'frontend/list-my-email-addresses',
    door: 'frontend', method: 'GET', path: '/v1/me/email_addresses',
    auth: 'session', mutates: false, bucket: null, response: 'bare',
  },
  {
    id: 'frontend/create-my-email-address',
    door: 'frontend', method: 'POST', path: '/v1/me/email_addresses',
    auth: 'session', mutates: true, bucket: 'write', response: 'enveloped',
  },
  {
    id: 'frontend/get-my-email-address',
    door: 'frontend', method: 'GET', path: '/v1/me/email_addresses/:email_address_id',
    auth: 'session', mutates: false, bucket: null, response: 'enveloped',
  },
  {
    id: 'frontend/delete-my-email-address',
    door: 'frontend', method: 'DELETE', path: '/v1/me/email_addresses/:email_address_id',
    auth: 'session', mutates: true, bucket: 'write', response: 'enveloped',
  },
  {
    id: 'frontend/prepare-my-email-address',
    door: 'frontend', method: 'POST', path: '/v1/me/email_addresses/:email_address_id/prepare_verification',
    auth: 'session', mutates: true, bucket: 'write', response: 'enveloped',
  },
  {
    id: 'frontend/attempt-my-email-address',
    door: 'frontend', method: 'POST', path: '/v1/me/email_addresses/:email_address_id/attempt_verification',
    auth: 'session', mutates: true, bucket: 'attempt', response: 'enveloped',
  },
  {
    id: 'frontend/list-my-sessions',
    door: 'frontend', method: 'GET', path: '/v1/me/sessions',
    auth: 'session', mutates: false, bucket: null, response: 'bare',
  },
  {
    id: 'frontend/list-my-active-sessions',
    door: 'frontend', method: 'GET', path: '/v1/me/sessions/active',
    auth: 'session', mutates: false, bucket: null, response: 'bare',
  },
  {
    id: 'frontend/revoke-my-session',
    door: 'frontend', method: 'POST', path: '/v1/me/sessions/:session_id/revoke',
    auth: 'session', mutates: true, bucket: 'write', response: 'enveloped',
  },
  {
    id: 'frontend/list-my-organization-memberships',
    door: 'frontend', method: 'GET', path: '/v1/me/organization_memberships',
    auth: 'session', mutates: false, bucket: null, response: 'enveloped',
  },
  {
    id: 'frontend/list-my-organization-invitations',
    door: 'frontend', method: 'GET', path: '/v1/me/organization_invitations',
    auth: 'session', mutates: false, bucket: null, response: 'enveloped',
  },
  {
    id: 'frontend/list-my-organization-suggestions',
    door: 'frontend', method: 'GET', path: '/v1/me/organization_suggestions',
    auth: 'session', mutates: false, bucket: null, response: 'enveloped',
  },
] as const satisfies readonly Endpoint[]
