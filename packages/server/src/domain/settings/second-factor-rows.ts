import { perSecondFactor, type SecondFactor } from '../second-factors.ts'
import { flag } from './setting-kind.ts'
import type { SettingRow } from './setting.ts'

/** What is said of a second factor that people may set up. */
interface SaidOfFactor {
  readonly label: string
  readonly sentence: string
  /** What components call it among the attributes; `null` where they know nothing of it. */
  readonly attribute: 'authenticator_app' | 'backup_code' | null
}

/** What is said of each, under the strategy's name. */
export const SAID_OF_FACTORS: { readonly [Name in SecondFactor]: SaidOfFactor } = {
  totp: {
    label: 'Authenticator app',
    sentence:
      'Whether people may set up an authenticator app, whose code they are asked for from then on when they sign in. ' +
      'With Clerk’s components: ours do not ask for it yet.',
    attribute: 'authenticator_app',
  },
  backup_code: {
    label: 'Backup codes',
    sentence: 'Whether people get ten codes with their first second factor, each good once, for when they have lost it.',
    attribute: 'backup_code',
  },
}

/** The settings of second factors: whether people may set each one up. */
export function secondFactorRows(): { readonly [Name in SecondFactor]: SettingRow<boolean> } {
  return perSecondFactor((name) => {
    const { label, sentence } = SAID_OF_FACTORS[name]
    return { since: '0.2.0', name: `second_factor.${name}`, label, sentence, kind: flag, weakens: 'off' }
  })
}
