export type { Db, DialectName } from './db.ts'
export { Duplicate, Orphan, StorageUnavailable } from './errors.ts'
export type { Page } from './page.ts'
export type { InstanceScope, SystemScope } from './scope.ts'
export { DatabaseNotOpened, openStorage } from './open-storage.ts'
export type { Storage, StorageOptions } from './storage.ts'
export { countClients } from './clients/count-clients.ts'
export { findClient } from './clients/find-client.ts'
export { insertClient } from './clients/insert-client.ts'
export { listClients } from './clients/list-clients.ts'
export { updateClient } from './clients/update-client.ts'
export type { ClientPatch } from './clients/update-client.ts'
export { clientKnowsUser } from './sessions/client-knows-user.ts'
export { countSessions } from './sessions/count-sessions.ts'
export { endSession } from './sessions/end-session.ts'
export { endSessionsOfClient } from './sessions/end-sessions-of-client.ts'
export { endSessionsOfUser } from './sessions/end-sessions-of-user.ts'
export { touchSession } from './sessions/touch-session.ts'
export { findLastMintable } from './sessions/find-last-mintable.ts'
export { findMintable } from './sessions/find-mintable.ts'
export type { Mintable } from './sessions/mintable-row.ts'
export { findSession } from './sessions/find-session.ts'
export { insertSession } from './sessions/insert-session.ts'
export { listSessionsOfClient } from './sessions/list-sessions-of-client.ts'
export { listSessions } from './sessions/list-sessions.ts'
export type { SessionFilter } from './sessions/match-sessions.ts'
export { countUsers } from './users/count-users.ts'
export { deleteUser } from './users/delete-user.ts'
export { findUserByIdentifier } from './users/find-user-by-identifier.ts'
export { findUserView, userViewOf } from './users/find-user-view.ts'
export { findUserViews } from './users/find-user-views.ts'
export { findUser } from './users/find-user.ts'
export { insertUser } from './users/insert-user.ts'
export { listUsers } from './users/list-users.ts'
export { updateUser } from './users/update-user.ts'
export type { UserPatch } from './users/update-user.ts'
export type { UserFilter, UserOrder, UserOrderBy } from './users/user-filter.ts'
export { deleteIdentification } from './identifications/delete-identification.ts'
export { findIdentification } from './identifications/find-identification.ts'
export { findOwner } from './identifications/find-owner.ts'
export type { Owner } from './identifications/find-owner.ts'
export { insertIdentification } from './identifications/insert-identification.ts'
export { listIdentifications } from './identifications/list-identifications.ts'
export { countPendingIdentifications } from './attempts/count-pending-identifications.ts'
export { deleteAttempt } from './attempts/delete-attempt.ts'
export { deletePendingIdentificationsFor } from './attempts/delete-pending-identifications-for.ts'
export { findAttempt } from './attempts/find-attempt.ts'
export { insertAttempt } from './attempts/insert-attempt.ts'
export { listPendingIdentifications } from './attempts/list-pending-identifications.ts'
export { saveAttempt } from './attempts/save-attempt.ts'
export { abandonAttempt } from './attempts/abandon-attempt.ts'
export { burnExpiredVerification } from './verifications/burn-expired-verification.ts'
export { consumeVerification } from './verifications/consume-verification.ts'
export { countGuess } from './verifications/count-guess.ts'
export { expireVerification } from './verifications/expire-verification.ts'
export { putVerification } from './verifications/put-verification.ts'
export { switchStrategy } from './verifications/switch-strategy.ts'
export { countDown } from './counters/count-down.ts'
export { countUp } from './counters/count-up.ts'
export type { Counted } from './counters/count-up.ts'
export { readCounter } from './counters/read-counter.ts'
export { burnExpiredOneTime } from './one-time/burn-expired-one-time.ts'
export { findOneTime } from './one-time/find-one-time.ts'
export { insertOneTime } from './one-time/insert-one-time.ts'
export type { NewOneTime, OneTime } from './one-time/one-time.ts'
export { putOneTime } from './one-time/put-one-time.ts'
export { revokeOneTime } from './one-time/revoke-one-time.ts'
export { takeOneTime } from './one-time/take-one-time.ts'
export type { Taken } from './one-time/take-one-time.ts'
export { enqueueMessage } from './outbox/enqueue-message.ts'
export type { NewMessage } from './outbox/enqueue-message.ts'
export type { InboxMessage } from './inbox/inbox-message.ts'
export { insertInboxMessage } from './inbox/insert-inbox-message.ts'
export { listInbox } from './inbox/list-inbox.ts'
export type { InboxFilter } from './inbox/list-inbox.ts'
export { appendAudit } from './audit/append-audit.ts'
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
export { listAudit } from './audit/list-audit.ts'
export type { AuditFilter } from './audit/list-audit.ts'
export type { AuditEntry } from './audit/append-audit.ts'
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
export { deleteAllowedOrigin } from './system/delete-allowed-origin.ts'
export { failOutbox } from './system/fail-outbox.ts'
export { findFirstSigningKey } from './system/find-first-signing-key.ts'
export { findSecretKey } from './system/find-secret-key.ts'
export { findInstance } from './system/find-instance.ts'
export type { InstanceKey } from './system/find-instance.ts'
export { finishOutbox } from './system/finish-outbox.ts'
export type { OutboxKey } from './system/finish-outbox.ts'
export { insertAllowedOrigin } from './system/insert-allowed-origin.ts'
export { insertApplication } from './system/insert-application.ts'
export { insertInstance } from './system/insert-instance.ts'
export type { NewInstance } from './system/insert-instance.ts'
export { insertSecretKey } from './system/insert-secret-key.ts'
export { insertSigningKey } from './system/insert-signing-key.ts'
export { instanceVersion } from './system/instance-version.ts'
export { extendLeases } from './system/extend-leases.ts'
export { leaseOutbox } from './system/lease-outbox.ts'
export type { LeasedMessage } from './system/lease-outbox.ts'
export { listApplications } from './system/list-applications.ts'
export { listSecretKeys } from './system/list-secret-keys.ts'
export { listSigningKeys } from './system/list-signing-keys.ts'
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
export { retryOutbox } from './system/retry-outbox.ts'
export type { SecretKey } from './system/secret-key.ts'
export type { SigningKeyStatus, SigningKey } from './system/signing-key.ts'
export { updateSettings } from './system/update-settings.ts'
