import type { IdentifierName } from '@latchkey/protocol'
import type { Flag } from './columns.ts'

/** A customer product. */
export interface ApplicationRow {
  id: string
  name: string
  created_at: number
}

/** One isolated set of users; `settings` is the part of InstanceSettings that differs from the defaults. */
export interface InstanceRow {
  id: string
  application_id: string
  slug: string
  type: string
  host: string | null
  settings: string
  settings_version: number
  created_at: number
}

/** An origin a browser may call from. */
export interface AllowedOriginRow {
  instance_id: string
  origin: string
  created_at: number
}

/** A key for the Backend API: its hash, and in development a sealed copy. */
export interface SecretKeyRow {
  instance_id: string
  id: string
  hash: string
  sealed: string | null
  name: string
  last4: string
  created_at: number
  last_used_at: number | null
  expires_at: number | null
}

/** A key that changes how an instance is set up: its hash. */
export interface OperatorKeyRow {
  instance_id: string
  id: string
  hash: string
  name: string
  last4: string
  created_at: number
  last_used_at: number | null
}

/** A key session tokens are signed with. */
export interface SigningKeyRow {
  instance_id: string
  id: string
  kid: string
  public_jwk: string
  sealed_private: string
  status: string
  created_at: number
  /** When its status changes: `next` begins to sign, `retiring` is withdrawn. */
  due_at: number | null
  /** The end of the longest token of a lifetime of its own. */
  needed_until: number | null
}

/** A secret key or signing key that is none any more. */
export interface RevokedKeyRow {
  instance_id: string
  id: string
  kind: string
  name: string
  hash: string | null
  revoked_at: number
}

/** The secrets key that seals what is written now. */
export interface SealingKeyRow {
  id: string
  kid: string
  since: number
  finished_at: number | null
}

/** A server process, and the secrets keys it has. */
export interface ProcessRow {
  id: string
  started_at: number
  seen_at: number
  kids: string
  sealing_kid: string
}

/** The primary identifier of each kind. */
export type PrimaryColumns = { [Name in IdentifierName as `primary_${Name}_id`]: string | null }

/** A person. The folded names are there to search and sort by, whatever the case of a letter. */
export interface UserRow extends PrimaryColumns {
  instance_id: string
  id: string
  external_id: string | null
  first_name: string | null
  first_name_folded: string | null
  last_name: string | null
  last_name_folded: string | null
  locale: string | null
  public_metadata: string
  private_metadata: string
  unsafe_metadata: string
  banned: Flag
  locked_until: number | null
  delete_self_enabled: Flag
  last_sign_in_at: number | null
  last_active_at: number | null
  legal_accepted_at: number | null
  created_at: number
  updated_at: number
}

/** A proven address of a user. */
export interface IdentificationRow {
  instance_id: string
  id: string
  user_id: string
  type: string
  value: string
  proven_by: string
  created_at: number
  updated_at: number
}

/** A browser or device. */
export interface ClientRow {
  instance_id: string
  id: string
  token_hash: string
  prev_token_hash: string | null
  prev_until: number | null
  sign_in_id: string | null
  sign_up_id: string | null
  last_active_session_id: string | null
  created_at: number
  updated_at: number
}

/** A signed-in user on a client. */
export interface SessionRow {
  instance_id: string
  id: string
  client_id: string
  user_id: string
  status: string
  expire_at: number
  abandon_at: number
  last_active_at: number
  fva1_at: number | null
  fva2_at: number | null
  ip_address: string | null
  user_agent: string | null
  created_at: number
  updated_at: number
}

/** A run through a flow. `email_address` repeats what the state of an identification says, to be found by it. */
export interface AttemptRow {
  instance_id: string
  id: string
  kind: string
  client_id: string | null
  user_id: string | null
  email_address: string | null
  decoy: Flag
  state: string
  version: number
  status: string
  abandon_at: number
  created_at: number
  updated_at: number
}

/** The proof an attempt asks for in its first slot, one row per attempt. `judged` counts verdicts given, for tests. */
export interface VerificationRow {
  instance_id: string
  attempt_id: string
  id: string
  strategy: string
  target: string
  secret: string | null
  guesses: number
  judged: number
  sends: number
  sent_at: number
  expires_at: number
  consumed_at: number | null
  verified_by_client_id: string | null
  redirect_url: string | null
  disclosed: string | null
  requested_ip_address: string | null
  requested_user_agent: string | null
}

/** The proof an attempt asks for in another slot. */
export interface FurtherVerificationRow extends VerificationRow {
  slot: string
}

/** Something a user has enrolled. */
export interface CredentialRow {
  instance_id: string
  id: string
  user_id: string
  type: string
  data: string | null
  handle: string | null
  name: string | null
  created_at: number
  last_used_at: number | null
}

/** A fixed window of a limit. */
export interface CounterRow {
  instance_id: string
  key: string
  count: number
  reset_at: number
}

/** A ticket, nonce or token that works once. */
export interface OneTimeRow {
  instance_id: string
  id: string
  purpose: string
  hash: string
  payload: string
  user_id: string | null
  expires_at: number
  created_at: number
  used_at: number | null
  revoked_at: number | null
}

/** A message to send; `sealed` is erased when it is through. */
export interface OutboxRow {
  instance_id: string
  id: string
  channel: string
  recipient: string
  sealed: string | null
  attempt_verification_id: string | null
  status: string
  tries: number
  next_at: number
  error: string | null
  expires_at: number
  created_at: number
  finished_at: number | null
}

/** A message shown by the development inbox instead of being sent. */
export interface InboxRow {
  instance_id: string
  id: string
  channel: string
  recipient: string
  sealed: string
  created_at: number
}

/** What happened, for the operator. */
export interface AuditRow {
  instance_id: string
  id: string
  type: string
  actor: string
  user_id: string | null
  client_id: string | null
  ip_address: string | null
  user_agent: string | null
  detail: string
  created_at: number
}

/** A migration that has run. */
export interface MigrationRow {
  name: string
  checksum: string
}

/** Every table, for Kysely. */
export interface Tables {
  applications: ApplicationRow
  instances: InstanceRow
  allowed_origins: AllowedOriginRow
  secret_keys: SecretKeyRow
  operator_keys: OperatorKeyRow
  signing_keys: SigningKeyRow
  revoked_keys: RevokedKeyRow
  sealing_key: SealingKeyRow
  processes: ProcessRow
  users: UserRow
  identifications: IdentificationRow
  credentials: CredentialRow
  clients: ClientRow
  sessions: SessionRow
  attempts: AttemptRow
  verifications: VerificationRow
  further_verifications: FurtherVerificationRow
  counters: CounterRow
  one_time: OneTimeRow
  outbox: OutboxRow
  inbox: InboxRow
  audit: AuditRow
  migrations: MigrationRow
}
