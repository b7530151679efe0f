// What the command line needs of the server while none has to run: the database, and the checks of what the environment says.
// A command that only asks the database loads no HTTP, no mail and no log, which is half of its time.
export { ApplicationNameTaken } from './actions/instance/create-application.ts'
export { SettingRefused } from './actions/instance/change-settings.ts'
export { durationOf } from './actions/instance/duration.ts'
export { type DescribedKey, KeyRefused } from './actions/keys/secret-keys.ts'
export type { TrailEntry } from './actions/audit/read-trail.ts'
export { WrongSecretsKey } from './actions/instance/require-secrets-key.ts'
export { type Admin, AmbiguousApplication, NoSuchApplication, openAdmin } from './admin.ts'
export { parseMailbox } from './delivery/mailbox.ts'
export { parseSmtpUrl } from './delivery/smtp-url.ts'
export { trustedProxies } from './http/request/trusted-proxies.ts'
export { parseKek, readOrCreateKek } from './platform/kek.ts'
export { systemRandom } from './platform/random.ts'
