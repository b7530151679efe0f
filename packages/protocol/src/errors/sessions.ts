import type { ErrorDefinition } from './definition.ts'

/** Why a session cannot be used, changed or made; and clients, which hold sessions. */
export const SESSION_ERRORS = {
  invalid_action_for_session: {
    status: 400,
    message: 'The session does not allow this now.',
    longMessage: 'The session is not in a state that allows this. Sign in again.',
  },
  action_for_session_not_authorized: {
    status: 401,
    message: 'This session is not yours.',
    longMessage: 'This session belongs to somebody else. Sign in with your own account.',
  },
  invalid_session_token: {
    status: 400,
    message: 'The session token is not valid.',
    longMessage: 'The session token cannot be used here. Get a new one.',
  },
  session_lifetime_setting_missing: {
    status: 422,
    message: 'Sessions need a limit.',
    longMessage: 'A session has to end by its age or by inactivity. Set at least one of the two.',
  },
  session_creation_not_allowed: {
    status: 409,
    message: 'No session can be made.',
    longMessage: 'A session cannot be created for this user now. Check that the user may sign in.',
  },
  session_reverification_required: {
    status: 403,
    message: 'Please confirm that it is you.',
    longMessage: 'This step asks for a recent proof. Confirm that it is you and try again.',
  },
  session_reverification_missing: {
    status: 400,
    message: 'There is nothing to confirm.',
    longMessage: 'No confirmation has been started for this session. Start one first.',
  },
  deprovisioned: {
    status: 401,
    message: 'This account was removed by its organization.',
    longMessage: 'The organization has taken this account away. Ask its administrator.',
  },
  invalid_action_for_session_reverification: {
    status: 400,
    message: 'The confirmation does not allow this now.',
    longMessage: 'The confirmation is at another step. Start it again.',
  },
  client_not_found: {
    status: 400,
    message: 'This browser is not known.',
    longMessage: 'No browser with this id is known. Reload the page and sign in again.',
  },
} as const satisfies Readonly<Record<string, ErrorDefinition>>
