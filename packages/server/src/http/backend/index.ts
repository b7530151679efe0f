import type { HandlersOf } from '../handler.ts'
import {
  banUser,
  countUsers,
  createUser,
  deleteUser,
  getUser,
  listUsers,
  lockUser,
  replaceUserMetadata,
  unbanUser,
  unlockUser,
  updateUser,
  updateUserMetadata,
} from './users.ts'
import { createEmailAddress, deleteEmailAddress, getEmailAddress, updateEmailAddress } from './email-addresses.ts'
import { createSession, createSessionToken, getSession, listSessions, refreshSession, revokeSession } from './sessions.ts'
import { createSignInToken, createTestingToken, getJwks, revokeSignInToken } from './tokens.ts'
import { getClient, getHandshakePayload, listClients, verifyClient } from './clients.ts'

/** The Backend API's handlers. */
export const backendHandlers: HandlersOf<'backend'> = {
  'backend/get-jwks': getJwks,
  'backend/list-users': listUsers,
  'backend/count-users': countUsers,
  'backend/create-user': createUser,
  'backend/get-user': getUser,
  'backend/update-user': updateUser,
  'backend/update-user-metadata': updateUserMetadata,
  'backend/replace-user-metadata': replaceUserMetadata,
  'backend/delete-user': deleteUser,
  'backend/ban-user': banUser,
  'backend/unban-user': unbanUser,
  'backend/lock-user': lockUser,
  'backend/unlock-user': unlockUser,
  'backend/create-email-address': createEmailAddress,
  'backend/get-email-address': getEmailAddress,
  'backend/update-email-address': updateEmailAddress,
  'backend/delete-email-address': deleteEmailAddress,
  'backend/list-sessions': listSessions,
  'backend/create-session': createSession,
  'backend/get-session': getSession,
  'backend/revoke-session': revokeSession,
  'backend/create-session-token': createSessionToken,
  'backend/refresh-session': refreshSession,
  'backend/list-clients': listClients,
  'backend/verify-client': verifyClient,
  'backend/get-handshake-payload': getHandshakePayload,
  'backend/get-client': getClient,
  'backend/create-sign-in-token': createSignInToken,
  'backend/revoke-sign-in-token': revokeSignInToken,
  'backend/create-testing-token': createTestingToken,
}
