import type { JsonValue } from './json.ts'

/** The settings of an instance, as an operator reads and changes them. */
export interface SettingsJSON {
  readonly object: 'settings'
  readonly instance_id: string
  /** Of these values. A change that names it is refused when they are others by then. */
  readonly version: string
  readonly settings: { readonly [name: string]: JsonValue }
}

/** The same, and what each setting is. */
export interface DescribedSettingsJSON extends SettingsJSON {
  readonly schema: readonly SettingJSON[]
}

/** All that a form needs to show a setting. */
export interface SettingJSON {
  readonly name: string
  readonly type: 'flag' | 'choice' | 'choices' | 'duration' | 'origins' | 'url' | 'image' | 'color' | 'email_address'
  readonly label: string
  readonly description: string
  readonly default: JsonValue
  /** Every value, where they can be counted. */
  readonly options: readonly string[] | null
  /** What it may be, in words. */
  readonly expected: string
  readonly since: string
  /** Which changes weaken security: turned on or off, longer, more of them, any other value, or to one of these values. */
  readonly weakened_by: 'on' | 'off' | 'longer' | 'more' | 'other' | readonly string[] | null
}

/** What a change came to, or would come to. */
export interface ChangedSettingsJSON extends SettingsJSON {
  readonly dry_run: boolean
  readonly changes: readonly SettingChangeJSON[]
}

/** A setting that became another. */
export interface SettingChangeJSON {
  readonly name: string
  readonly from: JsonValue
  readonly to: JsonValue
  readonly weakens_security: boolean
}
