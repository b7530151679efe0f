import type { StrategyName } from '@latchkey/protocol'
import { backupCode } from './backup-code/backup-code.ts'
import { emailCode } from './email-code/email-code.ts'
import { emailLink } from './email-link/email-link.ts'
import type { OneTimePorts } from './one-time/secret.ts'
import type { Strategy } from './strategy.ts'
import { ticket } from './ticket/ticket.ts'
import { totp, type TotpPorts } from './totp/totp.ts'

/** Every strategy of this process, by name. */
export type Strategies = { readonly [Name in StrategyName]: Strategy }

/** What strategies need of the machine besides what codes in messages do. */
export type MachinePorts = Pick<TotpPorts, 'now' | 'hmacSha1'>

/** Makes every strategy with its ports. A new strategy adds one line. */
export function createStrategies(ports: OneTimePorts, machine: MachinePorts): Strategies {
  return {
    email_link: emailLink(ports),
    email_code: emailCode(ports),
    totp: totp({ ...machine, random: ports.random, equal: ports.equal }),
    backup_code: backupCode(ports),
    ticket: ticket(),
  }
}

/** The name when it is one of these, else `null`. */
export function strategyNamed(strategies: Strategies, name: unknown): StrategyName | null {
  return typeof name === 'string' && Object.hasOwn(strategies, name) ? (name as StrategyName) : null
}
