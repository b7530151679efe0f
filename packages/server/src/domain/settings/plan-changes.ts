import { DEFAULT_SETTINGS, type InstanceSettings } from './instance-settings.ts'
import type { SettingJson, SettingSpeech } from './setting-kind.ts'
import { settingsProblems } from './settings-problems.ts'
import { settingNamed, SETTINGS } from './settings-table.ts'
import { isWeaker } from './weakening.ts'

/** Values in JSON, by dotted names or nested. */
export type WantedSettings = { readonly [name: string]: unknown }

/** A setting that becomes another. */
export interface SettingChange {
  readonly name: string
  readonly from: SettingJson
  readonly to: SettingJson
  /** It weakens the security of the instance. */
  readonly weakens: boolean
}

/** Why a change cannot be made. */
export interface SettingFault {
  readonly kind: 'unknown' | 'twice' | 'invalid' | 'contradiction'
  /** The setting that was named. */
  readonly name: string
  /** What happened and, as far as that can be told, what to do. */
  readonly sentence: string
  /** What would have been possible, where that can be counted. */
  readonly possible: readonly string[]
}

/** What changing settings comes to, or all that is wrong about it. */
export type SettingsPlan =
  | { readonly ok: true; readonly next: InstanceSettings; readonly changes: readonly SettingChange[] }
  | { readonly ok: false; readonly faults: readonly SettingFault[] }

/** More than a person reads at once. */
const mostFaults = 20

/**
 * What the settings would be, and which of them would change. Nothing is changed by halves: with one fault there is no plan.
 * @param how.speech how whoever asks writes values, and so reads what would have been possible
 * @param how.others what becomes of settings that are not named
 */
export function planChanges(
  settings: InstanceSettings,
  wanted: WantedSettings,
  how: { readonly speech?: SettingSpeech | undefined; readonly others?: 'kept' | 'default' | undefined } = {},
): SettingsPlan {
  const faults: SettingFault[] = []
  const { speech = 'json', others = 'kept' } = how
  let next = others === 'kept' ? settings : SETTINGS.reduce((all, { get, set }) => set(all, get(DEFAULT_SETTINGS)), settings)
  const named = new Set<string>()
  for (const [name, json] of leavesOf(wanted, '')) {
    if (faults.length >= mostFaults) break
    const setting = settingNamed(name)
    if (setting === null) {
      faults.push(unknown(name))
      continue
    }
    if (named.has(name)) faults.push({ kind: 'twice', name, sentence: `${name} is named twice. Name it once.`, possible: [] })
    named.add(name)
    const { kind } = setting
    const value = kind.fromJson(json)
    if (value === undefined) {
      const sentence = `${shown(json, speech)} is not a valid value for ${name}. Expected ${kind.expected[speech]}.`
      faults.push({ kind: 'invalid', name, sentence, possible: kind.options ?? [] })
    } else if (!isSame(kind.toJson(value), kind.toJson(setting.get(next)))) next = setting.set(next, value)
  }
  if (faults.length > 0) return { ok: false, faults }
  const changes = changesBetween(settings, next)
  const problems = changes.length === 0 ? [] : settingsProblems(next)
  if (problems.length === 0) return { ok: true, next, changes }
  return {
    ok: false,
    faults: problems.map((problem) => ({
      kind: 'contradiction',
      name: problem.settings.find((name) => named.has(name)) ?? problem.settings[0]!,
      sentence: problem.sentence,
      possible: problem.settings,
    })),
  }
}

/** The settings whose values differ, in the order of the table. */
export function changesBetween(before: InstanceSettings, after: InstanceSettings): readonly SettingChange[] {
  return SETTINGS.flatMap(({ name, kind, weakens, get }) => {
    const [from, to] = [get(before), get(after)]
    const [shownFrom, shownTo] = [kind.toJson(from), kind.toJson(to)]
    return isSame(shownFrom, shownTo) ? [] : [{ name, from: shownFrom, to: shownTo, weakens: isWeaker(weakens, from, to) }]
  })
}

/** Every setting in JSON, by its dotted name. */
export function settingsInJson(settings: InstanceSettings): Readonly<Record<string, SettingJson>> {
  return Object.fromEntries(SETTINGS.map(({ name, kind, get }) => [name, kind.toJson(get(settings))]))
}

function* leavesOf(wanted: WantedSettings, before: string): Generator<readonly [name: string, json: unknown]> {
  for (const [key, json] of Object.entries(wanted)) {
    const name = before + key
    const inner = typeof json === 'object' && json !== null && !Array.isArray(json) && settingNamed(name) === null
    const known = inner && SETTINGS.some((setting) => setting.name.startsWith(`${name}.`))
    if (known || (inner && Object.keys(json).length > 0)) yield* leavesOf(json as WantedSettings, `${name}.`)
    else yield [name, json]
  }
}

function unknown(name: string): SettingFault {
  const names = SETTINGS.map((setting) => setting.name)
  const meant = Object.hasOwn(FORMER_NAMES, name) ? FORMER_NAMES[name]! : nearestName(name, names)
  const question = meant === null ? '' : ` Did you mean ${meant}?`
  return { kind: 'unknown', name, sentence: `There is no setting ${shown(name)}.${question}`, possible: meant === null ? names : [meant] }
}

function isSame(one: SettingJson, other: SettingJson): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** A value as it was typed, not longer than a line. */
function shown(json: unknown, speech: SettingSpeech = 'json'): string {
  const text = JSON.stringify(speech === 'words' && Array.isArray(json) ? json.join(',') : json) ?? 'undefined'
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}

/** The name that somebody most likely meant, `null` when none is near. */
export function nearestName(typed: string, names: readonly string[]): string | null {
  const meant = plainly(typed)
  const near = names
    .map((name) => ({ name, distance: distance(meant, plainly(name)) }))
    .toSorted((one, other) => one.distance - other.distance)
  const [best] = near
  return best !== undefined && best.distance <= Math.max(2, Math.floor(meant.length / 4)) ? best.name : null
}

const longest = 80

/** Cut before anything else is done with it: a stranger's name may have millions of letters. */
const plainly = (name: string) =>
  name
    .slice(0, 2 * longest)
    .toLowerCase()
    .replaceAll(/[-_. ]+/g, '.')
    .slice(0, longest)

/** How many letters have to be put in, taken out or changed. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1))
    }
    row = next
  }
  return row[other.length]!
}

/** What settings were called before they had dotted names. Only to say what they are called now. */
const FORMER_NAMES: Readonly<Record<string, string>> = {
  'sign-up': 'sign_up.mode',
  'sign-in-methods': 'attributes.email_address.first_factors',
  'sign-up-methods': 'attributes.email_address.verifications',
  'first-name': 'attributes.first_name.enabled',
  'last-name': 'attributes.last_name.enabled',
  sessions: 'session.single',
  'session-lifetime': 'session.lifetime',
  'session-inactivity': 'session.inactivity',
  'delete-self': 'account.delete_self',
  'notify-new-device': 'notify.new_device',
  'notify-address-changes': 'notify.address_changes',
  'notify-account-deleted': 'notify.account_deleted',
  'test-addresses': 'development.test_addresses',
  'home-url': 'urls.home',
  'sign-in-url': 'urls.sign_in',
  'sign-up-url': 'urls.sign_up',
  'after-sign-in-url': 'urls.after_sign_in',
  'after-sign-up-url': 'urls.after_sign_up',
  'after-sign-out-url': 'urls.after_sign_out',
  logo: 'brand.logo',
  'color.primary': 'brand.color.primary',
  'color.primary-dark': 'brand.color.primary_dark',
  'support-email': 'brand.support_email',
  'terms-url': 'brand.terms_url',
  'privacy-url': 'brand.privacy_url',
}
