import type { StrategyName } from '@latchkey/protocol'
import { emailCode } from './email-code/email-code.ts'
import { emailLink } from './email-link/email-link.ts'
import type { OneTimePorts } from './one-time/secret.ts'
import type { Strategy } from './strategy.ts'
import { ticket } from './ticket/ticket.ts'

/** Every strategy of this process, by name. */
export type Strategies = { readonly [Name in StrategyName]: Strategy }

/** Makes every strategy with its ports. A new strategy adds one line. */
export function createStrategies(ports: OneTimePorts): Strategies {
  return {
    email_link: emailLink(ports),
    email_code: emailCode(ports),
    ticket: ticket(),
  }
}

/** The name when it is one of these, else `null`. */
export function strategyNamed(strategies: Strategies, name: unknown): StrategyName | null {
  return typeof name === 'string' && Object.hasOwn(strategies, name) ? (name as StrategyName) : null
}
