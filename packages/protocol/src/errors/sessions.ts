import type { ErrorDefinition } from './definition.ts'

/** Why a session, or the client that holds it, cannot be used; and why a token cannot be refreshed. */
export const SESSION_ERRORS = {
  session_reverification_required: {
    status: 403,
    message: 'Confirm that it is you.',
    longMessage: 'You signed in a while ago. Confirm once more that it is you, or sign out and in again; then repeat this.',
  },
  client_not_found: {
    status: 400,
    message: 'This browser is not known.',
    longMessage: 'No browser with this id is known. Reload the page and sign in again.',
  },
  refresh_request_origin_invalid: {
    status: 401,
    message: 'The origin is not valid.',
    longMessage: 'The origin of the refresh is no valid URL. Send the origin of the page.',
  },
  expired_session_token_invalid: {
    status: 401,
    message: 'The expired token is not valid.',
    longMessage: 'The expired session token is not one of ours. Sign in again.',
  },
  expired_session_token_missing_azp: {
    status: 401,
    message: 'The expired token names no origin.',
    longMessage: 'The expired session token does not say where it was issued. Sign in again.',
  },
  refresh_request_origin_azp_mismatch: {
    status: 401,
    message: 'The origin differs from that of the token.',
    longMessage: 'The token was issued for another website. Sign in again on this one.',
  },
  session_refresh_session_not_found: {
    status: 401,
    message: 'The session does not exist.',
    longMessage: 'The session of this token is gone. Sign in again.',
  },
  session_refresh_inactive_session: {
    status: 401,
    message: 'The session has ended.',
    longMessage: 'The session of this token is no longer active. Sign in again.',
  },
  refresh_sid_mismatch: {
    status: 401,
    message: 'The tokens belong to different sessions.',
    longMessage: 'The refresh token and the expired token are not of one session. Sign in again.',
  },
  refresh_token_not_found: {
    status: 401,
    message: 'The refresh token does not exist.',
    longMessage: 'The refresh token is not known, or was used before. Sign in again.',
  },
  session_refresh_expired_session_token_too_old: {
    status: 401,
    message: 'The expired token is too old.',
    longMessage: 'The token expired too long ago to be exchanged. Sign in again.',
  },
  session_refresh_session_token_ineligible: {
    status: 401,
    message: 'This token cannot be refreshed.',
    longMessage: 'Tokens of this kind are not exchanged. Sign in again.',
  },
} as const satisfies Readonly<Record<string, ErrorDefinition>>
