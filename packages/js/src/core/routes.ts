import type { RouteOf } from '@latchkey/protocol'

// The endpoints that a page calls. Names of their own, so that a bundler puts each where it is called: a page has no table of them.
/** Who is signed in in this browser. */
export const getClient: RouteOf<'frontend/get-client'> = 'GET /v1/client'
/** How the instance is set up. */
export const getEnvironment: RouteOf<'frontend/get-environment'> = 'GET /v1/environment'

export const createSignIn: RouteOf<'frontend/create-sign-in'> = 'POST /v1/client/sign_ins'
export const getSignIn: RouteOf<'frontend/get-sign-in'> = 'GET /v1/client/sign_ins/:sign_in_id'
export const prepareFirstFactor: RouteOf<'frontend/prepare-first-factor'> = 'POST /v1/client/sign_ins/:sign_in_id/prepare_first_factor'
export const attemptFirstFactor: RouteOf<'frontend/attempt-first-factor'> = 'POST /v1/client/sign_ins/:sign_in_id/attempt_first_factor'

export const createSignUp: RouteOf<'frontend/create-sign-up'> = 'POST /v1/client/sign_ups'
export const getSignUp: RouteOf<'frontend/get-sign-up'> = 'GET /v1/client/sign_ups/:sign_up_id'
export const updateSignUp: RouteOf<'frontend/update-sign-up'> = 'PATCH /v1/client/sign_ups/:sign_up_id'
export const prepareSignUpVerification: RouteOf<'frontend/prepare-sign-up-verification'> =
  'POST /v1/client/sign_ups/:sign_up_id/prepare_verification'
export const attemptSignUpVerification: RouteOf<'frontend/attempt-sign-up-verification'> =
  'POST /v1/client/sign_ups/:sign_up_id/attempt_verification'

export const deleteSessions: RouteOf<'frontend/delete-sessions'> = 'DELETE /v1/client/sessions'
export const touchSession: RouteOf<'frontend/touch-session'> = 'POST /v1/client/sessions/:session_id/touch'
export const endSession: RouteOf<'frontend/end-session'> = 'POST /v1/client/sessions/:session_id/end'
export const removeSession: RouteOf<'frontend/remove-session'> = 'POST /v1/client/sessions/:session_id/remove'
export const createToken: RouteOf<'frontend/create-token'> = 'POST /v1/client/sessions/:session_id/tokens'

export const getMe: RouteOf<'frontend/get-me'> = 'GET /v1/me'
export const updateMe: RouteOf<'frontend/update-me'> = 'PATCH /v1/me'
export const deleteMe: RouteOf<'frontend/delete-me'> = 'DELETE /v1/me'
export const createMyEmailAddress: RouteOf<'frontend/create-my-email-address'> = 'POST /v1/me/email_addresses'
export const deleteMyEmailAddress: RouteOf<'frontend/delete-my-email-address'> = 'DELETE /v1/me/email_addresses/:email_address_id'
export const prepareMyEmailAddress: RouteOf<'frontend/prepare-my-email-address'> =
  'POST /v1/me/email_addresses/:email_address_id/prepare_verification'
export const attemptMyEmailAddress: RouteOf<'frontend/attempt-my-email-address'> =
  'POST /v1/me/email_addresses/:email_address_id/attempt_verification'
export const listMyActiveSessions: RouteOf<'frontend/list-my-active-sessions'> = 'GET /v1/me/sessions/active'
export const revokeMySession: RouteOf<'frontend/revoke-my-session'> = 'POST /v1/me/sessions/:session_id/revoke'
