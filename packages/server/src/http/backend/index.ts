import type { HandlersOf } from '../handler.ts'
import { banUser, unbanUser } from './ban-user.ts'
import { countUsers } from './count-users.ts'
import { createEmailAddress } from './create-email-address.ts'
import { createSession } from './create-session.ts'
import { createSessionToken } from './create-session-token.ts'
import { createSignInToken } from './create-sign-in-token.ts'
import { createTestingToken } from './create-testing-token.ts'
import { createUser } from './create-user.ts'
import { deleteEmailAddress } from './delete-email-address.ts'
import { deleteUser } from './delete-user.ts'
import { getClient } from './get-client.ts'
import { getEmailAddress } from './get-email-address.ts'
import { getHandshakePayload } from './get-handshake-payload.ts'
import { getJwks } from './get-jwks.ts'
import { getSession } from './get-session.ts'
import { getUser } from './get-user.ts'
import { listClients } from './list-clients.ts'
import { listSessions } from './list-sessions.ts'
import { listUsers } from './list-users.ts'
import { lockUser, unlockUser } from './lock-user.ts'
import { refreshSession } from './refresh-session.ts'
import { revokeSession } from './revoke-session.ts'
import { revokeSignInToken } from './revoke-sign-in-token.ts'
import { updateEmailAddress } from './update-email-address.ts'
import { updateUser } from './update-user.ts'
import { replaceUserMetadata, updateUserMetadata } from './update-user-metadata.ts'
import { verifyClient } from './verify-client.ts'

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
