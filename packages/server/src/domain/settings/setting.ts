import type { InstanceSettings } from './instance-settings.ts'
import type { SettingKind } from './setting-kind.ts'
import type { Weakening } from './weakening.ts'

/** All there is to know of a setting; everything that shows, reads or changes one goes by this. */
export interface SettingRow<Value> {
  /** Dotted, in the words of the wire; a name never changes its meaning. */
  readonly name: string
  /** Beside a switch or a field, without an end. */
  readonly label: string
  /** What it decides, as one sentence. */
  readonly sentence: string
  readonly kind: SettingKind<Value>
  /** The version that brought it. */
  readonly since: string
  /** Which changes of it weaken security, `null` when none does. */
  readonly weakens: Weakening | null
}

/** A setting, and where it is in the settings of an instance. */
export interface Setting extends SettingRow<unknown> {
  readonly kind: SettingKind<unknown>
  get(settings: InstanceSettings): unknown
  set(settings: InstanceSettings, value: unknown): InstanceSettings
}

type Leaf = string | number | boolean | null | readonly unknown[]

/** A row for every leaf of the settings, so that one that is missing does not compile; `null` where there is nothing to decide. */
export type RowsOf<Of> = {
  readonly [Key in keyof Of]-?: [Of[Key]] extends [Leaf] ? SettingRow<Of[Key]> | null : RowsOf<Of[Key]>
}
