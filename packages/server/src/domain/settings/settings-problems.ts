import { waysIn } from './attribute-rules.ts'
import { ATTRIBUTES, strategiesFor, USER_ATTRIBUTES, type UserAttribute } from './attributes.ts'
import type { InstanceSettings } from './instance-settings.ts'

/** Why settings do not fit together, and which of them to change. */
export interface SettingsProblem {
  /** What would happen, and what to do: two sentences. */
  readonly sentence: string
  readonly settings: readonly string[]
}

type Proving = (name: UserAttribute) => readonly unknown[]

/**
 * What is wrong with settings as a whole; nothing that is may be stored. Every way of changing them asks here.
 * @param proving the strategies that prove an attribute: what nothing proves is chosen, and cannot be somebody else's
 */
export function settingsProblems(settings: InstanceSettings, proving: Proving = strategiesFor): readonly SettingsProblem[] {
  return [...nobodyComesIn(settings, proving), ...nothingToSignInWith(settings, proving), ...cannotBeProven(settings, proving)]
}

/** At least one way in. What nothing proves names somebody, and lets nobody in. */
function nobodyComesIn(settings: InstanceSettings, proving: Proving): readonly SettingsProblem[] {
  if (waysIn(settings).some((name) => proving(name).length > 0)) return []
  const identifiers = USER_ATTRIBUTES.filter((name) => proving(name).length > 0)
  const needed = identifiers.flatMap((name) => [`attributes.${name}.enabled`, `attributes.${name}.used_for_first_factor`])
  return [{ sentence: `Nobody could sign in. Leave one way in: ${needed.join(' and ')}.`, settings: needed }]
}

/** Whoever signs up can sign in afterwards. */
function nothingToSignInWith(settings: InstanceSettings, proving: Proving): readonly SettingsProblem[] {
  const ways = waysIn(settings).filter((name) => proving(name).length > 0)
  if (settings.signUpMode !== 'public' || ways.length === 0 || ways.some((name) => settings.attributes[name].required)) return []
  const needed = ways.map((name) => `attributes.${name}.required`)
  const either = `Turn on ${needed.join(' or ')}, or set sign_up.mode to restricted.`
  const sentence = `People could sign up without anything to sign in with. ${either}`
  return [{ sentence, settings: [...needed, 'sign_up.mode'] }]
}

/** What one signs in with was proven, or a stranger could sign up with an address of somebody else. */
function cannotBeProven(settings: InstanceSettings, proving: Proving): readonly SettingsProblem[] {
  return waysIn(settings)
    .filter((name) => proving(name).length > 0 && !settings.attributes[name].verifyAtSignUp)
    .map((name) => ({
      sentence:
        `People could sign up with somebody else’s ${ATTRIBUTES[name].label}. Leave attributes.${name}.verify_at_sign_up on ` +
        'while people sign in with it.',
      settings: [`attributes.${name}.verify_at_sign_up`],
    }))
}
