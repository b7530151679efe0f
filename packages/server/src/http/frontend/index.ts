import type { HandlersOf } from '../handler.ts'
import { acceptTicket, verifyLink } from './links.ts'
import { attemptFirstFactor, attemptSecondFactor, createSignIn, getSignIn, prepareFirstFactor, prepareSecondFactor } from './sign-ins.ts'
import {
  attemptMyEmailAddress,
  createMyEmailAddress,
  deleteMyEmailAddress,
  getMyEmailAddress,
  listMyEmailAddresses,
  prepareMyEmailAddress,
} from './my-email-addresses.ts'
import { attemptSignUpVerification, createSignUp, getSignUp, prepareSignUpVerification, updateSignUp } from './sign-ups.ts'
import { createDevBrowser, getClient, getSessionState, touchClient } from './client.ts'
import { createToken, deleteSessions, endSession, getSession, removeSession, touchSession } from './sessions.ts'
import {
  attemptReverificationFirstFactor,
  attemptReverificationSecondFactor,
  prepareReverificationFirstFactor,
  prepareReverificationSecondFactor,
  startReverification,
} from './reverification.ts'
import { deleteMe, getMe, updateMe, updateMyMetadata } from './me.ts'
import { emptyList, getEnvironment } from './environment.ts'
import { handshake } from './handshake.ts'
import { attemptMyTotp, createMyBackupCodes, createMyTotp, deleteMyTotp } from './my-second-factors.ts'
import { listMyActiveSessions, listMySessions, revokeMySession } from './my-sessions.ts'

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
  'frontend/prepare-second-factor': prepareSecondFactor,
  'frontend/attempt-second-factor': attemptSecondFactor,
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
  'frontend/start-reverification': startReverification,
  'frontend/prepare-reverification-first-factor': prepareReverificationFirstFactor,
  'frontend/attempt-reverification-first-factor': attemptReverificationFirstFactor,
  'frontend/prepare-reverification-second-factor': prepareReverificationSecondFactor,
  'frontend/attempt-reverification-second-factor': attemptReverificationSecondFactor,
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
  'frontend/create-my-totp': createMyTotp,
  'frontend/delete-my-totp': deleteMyTotp,
  'frontend/attempt-my-totp': attemptMyTotp,
  'frontend/create-my-backup-codes': createMyBackupCodes,
  'frontend/list-my-sessions': listMySessions,
  'frontend/list-my-active-sessions': listMyActiveSessions,
  'frontend/revoke-my-session': revokeMySession,
  'frontend/list-my-organization-memberships': emptyList,
  'frontend/list-my-organization-invitations': emptyList,
  'frontend/list-my-organization-suggestions': emptyList,
}
