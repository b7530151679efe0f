import type { HandlersOf } from '../handler.ts'
import { acceptTicket } from './accept-ticket.ts'
import { attemptFirstFactor } from './attempt-first-factor.ts'
import { attemptMyEmailAddress } from './attempt-my-email-address.ts'
import { attemptSignUpVerification } from './attempt-sign-up-verification.ts'
import { createDevBrowser } from './create-dev-browser.ts'
import { createMyEmailAddress } from './create-my-email-address.ts'
import { createSignIn } from './create-sign-in.ts'
import { createSignUp } from './create-sign-up.ts'
import { createToken } from './create-token.ts'
import { deleteMe } from './delete-me.ts'
import { deleteMyEmailAddress } from './delete-my-email-address.ts'
import { deleteSessions } from './delete-sessions.ts'
import { emptyList } from './empty-list.ts'
import { endSession, removeSession } from './end-session.ts'
import { getClient } from './get-client.ts'
import { getEnvironment } from './get-environment.ts'
import { getMe } from './get-me.ts'
import { getMyEmailAddress } from './get-my-email-address.ts'
import { getSession } from './get-session.ts'
import { getSessionState } from './get-session-state.ts'
import { getSignIn } from './get-sign-in.ts'
import { getSignUp } from './get-sign-up.ts'
import { handshake } from './handshake.ts'
import { listMyEmailAddresses } from './list-my-email-addresses.ts'
import { listMyActiveSessions, listMySessions } from './list-my-sessions.ts'
import { prepareFirstFactor } from './prepare-first-factor.ts'
import { prepareMyEmailAddress } from './prepare-my-email-address.ts'
import { prepareSignUpVerification } from './prepare-sign-up-verification.ts'
import { revokeMySession } from './revoke-my-session.ts'
import { secondFactor } from './second-factor.ts'
import { touchClient } from './touch-client.ts'
import { touchSession } from './touch-session.ts'
import { updateMe } from './update-me.ts'
import { updateMyMetadata } from './update-my-metadata.ts'
import { updateSignUp } from './update-sign-up.ts'
import { verifyLink } from './verify-link.ts'

/** The Frontend API's handlers. */
export const frontendHandlers: HandlersOf<'frontend'> = {
  'frontend/get-environment': getEnvironment,
  'frontend/touch-environment': getEnvironment,
  'frontend/create-dev-browser': createDevBrowser,
  'frontend/get-client': getClient,
  'frontend/put-client': getClient,
  'frontend/create-client': getClient,
  'frontend/delete-client': deleteSessions,
  'frontend/handshake': handshake,
  'frontend/touch-client': touchClient,
  'frontend/create-sign-in': createSignIn,
  'frontend/get-sign-in': getSignIn,
  'frontend/prepare-first-factor': prepareFirstFactor,
  'frontend/attempt-first-factor': attemptFirstFactor,
  'frontend/prepare-second-factor': secondFactor,
  'frontend/attempt-second-factor': secondFactor,
  'frontend/create-sign-up': createSignUp,
  'frontend/get-sign-up': getSignUp,
  'frontend/update-sign-up': updateSignUp,
  'frontend/prepare-sign-up-verification': prepareSignUpVerification,
  'frontend/attempt-sign-up-verification': attemptSignUpVerification,
  'frontend/delete-sessions': deleteSessions,
  'frontend/get-session': getSession,
  'frontend/touch-session': touchSession,
  'frontend/end-session': endSession,
  'frontend/remove-session': removeSession,
  'frontend/create-token': createToken,
  'frontend/get-session-state': getSessionState,
  'frontend/verify-link': verifyLink,
  'frontend/accept-ticket': acceptTicket,
  'frontend/get-me': getMe,
  'frontend/update-me': updateMe,
  'frontend/delete-me': deleteMe,
  'frontend/update-my-metadata': updateMyMetadata,
  'frontend/list-my-email-addresses': listMyEmailAddresses,
  'frontend/create-my-email-address': createMyEmailAddress,
  'frontend/get-my-email-address': getMyEmailAddress,
  'frontend/delete-my-email-address': deleteMyEmailAddress,
  'frontend/prepare-my-email-address': prepareMyEmailAddress,
  'frontend/attempt-my-email-address': attemptMyEmailAddress,
  'frontend/list-my-sessions': listMySessions,
  'frontend/list-my-active-sessions': listMyActiveSessions,
  'frontend/revoke-my-session': revokeMySession,
  'frontend/list-my-organization-memberships': emptyList,
  'frontend/list-my-organization-invitations': emptyList,
  'frontend/list-my-organization-suggestions': emptyList,
}
