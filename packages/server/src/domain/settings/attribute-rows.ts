import { ATTRIBUTES, strategiesFor, type UserAttribute } from './attributes.ts'
import type { AttributeSettings } from './instance-settings.ts'
import { choices, flag } from './setting-kind.ts'
import type { RowsOf } from './setting.ts'

/** What can be decided about an attribute, from what it is: a name cannot be proven, and what nothing proves is no second factor. */
export function attributeRows(attribute: UserAttribute, since: string): RowsOf<AttributeSettings> {
  const { label, identifies } = ATTRIBUTES[attribute]
  const name = (of: string) => `attributes.${attribute}.${of}`
  const [proving, first, second] = [strategiesFor(attribute), strategiesFor(attribute, 'first'), strategiesFor(attribute, 'second')]
  const own = { since, weakens: null } as const
  return {
    enabled: {
      ...own,
      name: name('enabled'),
      label: `Ask for the ${label}`,
      sentence: `Whether people may have ${article(label)} ${label}.`,
      kind: flag,
      weakens: identifies ? 'on' : null,
    },
    required: {
      ...own,
      name: name('required'),
      label: `Require the ${label}`,
      sentence: `Whether sign-up insists on ${article(label)} ${label}.`,
      kind: flag,
    },
    usedForFirstFactor: identifies
      ? {
          ...own,
          name: name('used_for_first_factor'),
          label: `Sign in with the ${label}`,
          sentence: `Whether people sign in with their ${label}.`,
          kind: flag,
          weakens: 'on',
        }
      : null,
    firstFactors: unlessNone(first, {
      ...own,
      name: name('first_factors'),
      label: `Ways to sign in with the ${label}`,
      sentence: `How the ${label} is confirmed when signing in; emails with a link also have a code.`,
      kind: choices(first),
      weakens: 'more',
    }),
    usedForSecondFactor: unlessNone(second, {
      ...own,
      name: name('used_for_second_factor'),
      label: `Confirm sign-ins with the ${label}`,
      sentence: `Whether the ${label} may be the second step of a sign-in.`,
      kind: flag,
      weakens: 'off',
    }),
    secondFactors: unlessNone(second, {
      ...own,
      name: name('second_factors'),
      label: `Second steps with the ${label}`,
      sentence: `How the ${label} is confirmed as the second step of a sign-in.`,
      kind: choices(second),
      weakens: 'more',
    }),
    verifications: unlessNone(proving, {
      ...own,
      name: name('verifications'),
      label: `Ways to verify the ${label}`,
      sentence: `How a new ${label} is proven, at sign-up and when it is added to an account.`,
      kind: choices(proving),
      weakens: 'more',
    }),
    verifyAtSignUp: unlessNone(proving, {
      ...own,
      name: name('verify_at_sign_up'),
      label: `Verify the ${label} at sign-up`,
      sentence: `Whether sign-up waits until the ${label} is proven.`,
      kind: flag,
      weakens: 'off',
    }),
  }
}

/** A row, where there is something to choose among. */
function unlessNone<Row>(options: readonly unknown[], row: Row): Row | null {
  return options.length === 0 ? null : row
}

function article(noun: string): 'a' | 'an' {
  return /^[aeio]/.test(noun) ? 'an' : 'a'
}
