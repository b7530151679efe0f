import type { Notice, SecurityNotice } from '../../delivery/templates/security-notice.ts'
import { isTestAddress } from '../../domain/identifiers/email-address.ts'
import type { Instance } from '../../domain/instance.ts'
import { LIMITS } from '../../domain/limits.ts'
import type { InstanceSettings } from '../../domain/settings/instance-settings.ts'
import type { User } from '../../domain/user.ts'
import { countUp, enqueueMessage, findIdentification, type InstanceScope } from '../../storage/index.ts'
import { type EventSource, visitorOf } from '../audit/record.ts'
import type { Caller, FrontendCall } from '../call.ts'
import { queued } from '../outbox/queued-message.ts'
import type { Ports } from '../ports.ts'

/** What sending a notice takes. */
export type NoticePorts = Pick<Ports, 'clock' | 'random' | 'seal' | 'refusals'>

const SETTING: { readonly [Name in Notice]: keyof InstanceSettings['notify'] } = {
  new_device: 'newDevice',
  address_added: 'addressChange',
  address_removed: 'addressChange',
  primary_address_changed: 'addressChange',
  sign_in_name_changed: 'addressChange',
  second_factor_added: 'addressChange',
  second_factor_removed: 'addressChange',
  second_factor_renewed: 'addressChange',
  second_factor_off: 'addressChange',
  account_deleted: 'accountDeleted',
}

/** What somebody is told, at which address. */
interface Told {
  readonly notice: Notice
  readonly to: string
  readonly userId: string
  /** The address, or the username, it is about. */
  readonly address?: string
}

/** Tells the owner of an address what a visitor did to the account, unless the instance has it switched off. */
export async function sendNotice(ports: NoticePorts, call: FrontendCall, scope: InstanceScope, of: Told): Promise<void> {
  const { instance, caller } = call
  if (instance.settings.notify[SETTING[of.notice]]) await enqueueNotice(ports, instance, scope, visitorOf(call), { ...of, from: caller })
}

/**
 * Puts a notice into the outbox, in the transaction that does what it tells of. Nobody waits for it: it goes out with the next run of
 * the outbox. Not to test addresses, and at most so many a day to one address.
 */
export async function enqueueNotice(
  ports: NoticePorts,
  instance: Instance,
  scope: InstanceScope,
  source: EventSource,
  of: Told & { readonly from: Pick<Caller, 'ipAddress' | 'userAgent'> },
): Promise<void> {
  const { notice, to, userId } = of
  if (isUnread(instance, to)) return
  const now = ports.clock.now()
  const counted = await countUp(scope, { key: `notice:${to}`, ...LIMITS.noticesPerAddress, now })
  if (!counted.ok)
    return ports.refusals.note(instance.id, source, {
      type: 'message.refused',
      userId,
      code: 'verification_code_rate_limit_exceeded',
    })
  const { ipAddress, userAgent } = of.from
  const said: SecurityNotice = {
    notice,
    applicationName: instance.applicationName,
    address: of.address ?? null,
    from: { ipAddress, userAgent },
    at: now,
  }
  await enqueueMessage(scope, queued(ports, instance.id, { channel: 'email', to, said, lifetimeMs: LIMITS.noticeLifetimeMs }))
}

/**
 * Somebody signed in where they never had before. The first time anybody signs in to an account there is no other device to compare
 * with.
 */
export async function noticeNewDevice(
  ports: NoticePorts,
  call: FrontendCall,
  scope: InstanceScope,
  of: { readonly owner: User | null; readonly known: boolean },
): Promise<void> {
  const { owner, known } = of
  if (known || owner === null || owner.lastSignInAt === null || !call.instance.settings.notify.newDevice) return
  const to = await primaryAddress(scope, owner)
  if (to !== null) await sendNotice(ports, call, scope, { notice: 'new_device', to, userId: owner.id })
}

/** The address that a user is written to. */
export async function primaryAddress(scope: InstanceScope, user: User): Promise<string | null> {
  const id = user.primaries.email_address
  return id === null ? null : ((await findIdentification(scope, id))?.value ?? null)
}

/** Test addresses are nobody's, on instances where they take the fixed code. */
function isUnread({ type, settings }: Instance, address: string): boolean {
  return type === 'development' && settings.testMode && isTestAddress(address)
}
