export type { Db, DialectName } from './db.ts'
export { Duplicate, Orphan, StorageUnavailable } from './errors.ts'
export type { Page } from './page.ts'
export type { InstanceScope, SystemScope } from './scope.ts'
export { DatabaseNotOpened, openStorage } from './open-storage.ts'
export type { Storage, StorageOptions } from './storage.ts'
export { type ClientPatch, countClients, findClient, insertClient, listClients, updateClient } from './clients/clients.ts'
export { clientKnowsUser, countSessions, listSessions, listSessionsOfClient, type SessionFilter } from './sessions/list-sessions.ts'
export {
  endSession,
  endSessionsOfClient,
  endSessionsOfUser,
  findSession,
  insertSession,
  reverifySession,
  touchSession,
} from './sessions/sessions.ts'
export { findLastMintable, findMintable, type Mintable } from './sessions/mintable.ts'
export { countUsers, listUsers } from './users/list-users.ts'
export { deleteUser, findUser, insertUser, updateUser, type UserPatch } from './users/users.ts'
export { type EnrolledKey, findEnrolledUser } from './users/find-enrolled-user.ts'
export { deleteCredentials, insertCredential, listCredentials, useCredential } from './credentials/credentials.ts'
export { findOwnersView, findUserView, findUserViews } from './users/user-views.ts'
export type { UserFilter, UserOrder, UserOrderBy } from './users/match-users.ts'
export {
  deleteIdentification,
  findIdentification,
  findOwner,
  insertIdentification,
  listIdentifications,
  type Owner,
} from './identifications/identifications.ts'
export {
  countPendingIdentifications,
  deletePendingIdentificationsFor,
  listPendingIdentifications,
} from './attempts/pending-identifications.ts'
export { abandonAttempt, deleteAttempt, findAttempt, findClientAttempt, insertAttempt, saveAttempt } from './attempts/attempts.ts'
export {
  burnExpiredVerification,
  consumeVerification,
  countGuess,
  expireVerification,
  putVerification,
  switchStrategy,
} from './verifications/verifications.ts'
export { countDown, type Counted, countUp, countUpAll, type Limit, readCounter } from './counters/counters.ts'
export {
  burnExpiredOneTime,
  findOneTime,
  insertOneTime,
  type NewOneTime,
  type OneTime,
  revokeOneTime,
  type Taken,
  takeOneTime,
} from './one-time/one-time.ts'
export { putOneTime } from './one-time/put-one-time.ts'
export { enqueueMessage } from './outbox/enqueue-message.ts'
export type { NewMessage } from './outbox/enqueue-message.ts'
export { type InboxFilter, type InboxMessage, insertInboxMessage, listInbox } from './inbox/inbox.ts'
export { appendAudit, type AuditEntry, type AuditFilter, listAudit } from './audit/audit.ts'
export {
  beginSealingKey,
  changeSealingKey,
  countSealedOtherwise,
  findSealingKey,
  finishSealingKey,
  forgetProcess,
  listProcesses,
  listSealedOtherwise,
  noteProcess,
  replaceSealed,
  SEALED,
  type SealedPlace,
  type SealedValue,
  type ServerProcess,
} from './system/sealing-key.ts'
export {
  expireSecretKey,
  findRevokedKey,
  type KeyName,
  listDueSigningKeys,
  listExpiredSecretKeys,
  lockInstance,
  moveSigningKey,
  needSigningKey,
  revokeSecretKey,
  revokeSigningKey,
  touchSecretKey,
} from './system/change-keys.ts'
export { deleteAllowedOrigin, insertAllowedOrigin } from './system/allowed-origins.ts'
export { extendLeases, failOutbox, finishOutbox, type LeasedMessage, leaseOutbox, type OutboxKey, retryOutbox } from './system/outbox.ts'
export { findFirstSigningKey, insertSigningKey, listSigningKeys, type SigningKey, type SigningKeyStatus } from './system/signing-keys.ts'
export { findSecretKey, insertSecretKey, listSecretKeys, type SecretKey } from './system/secret-keys.ts'
export {
  findInstance,
  insertApplication,
  insertInstance,
  type InstanceKey,
  instanceVersion,
  listApplications,
  type NewInstance,
  updateSettings,
} from './system/instances.ts'
export { type ClientCursor, purgeIdleClients } from './system/purge-sessions.ts'
export {
  findOperatorKey,
  insertOperatorKey,
  listOperatorKeys,
  type OperatorKey,
  revokeOperatorKey,
  touchOperatorKey,
} from './system/operator-keys.ts'
export { purgeExpired } from './system/purge-expired.ts'
