import {
  type ChangedSettingsJSON,
  type DescribedSettingsJSON,
  type ErrorCode,
  ERRORS,
  type ErrorsJSON,
  type JsonValue,
  type SettingChangeJSON,
  type SettingJSON,
  type SettingsJSON,
} from '@latchkey/protocol'
import { DEFAULT_SETTINGS } from '../domain/settings/instance-settings.ts'
import type { SettingChange, SettingFault } from '../domain/settings/plan-changes.ts'
import type { SettingJson } from '../domain/settings/setting-kind.ts'
import type { Setting } from '../domain/settings/setting.ts'
import { SETTINGS } from '../domain/settings/settings-table.ts'

/** Settings as they are read, with the version of what they are. */
export interface SettingsView {
  readonly version: string
  readonly settings: Readonly<Record<string, SettingJson>>
}

/** The settings of an instance, and what each of them is. */
export function describedSettingsJson(instanceId: string, view: SettingsView): DescribedSettingsJSON {
  return { ...settingsJson(instanceId, view), schema: SETTINGS.map(settingJson) }
}

/** The settings of an instance after a change, or as they stay where it was only tried. */
export function changedSettingsJson(
  instanceId: string,
  view: SettingsView & { readonly changes: readonly SettingChange[] },
  dryRun: boolean,
): ChangedSettingsJSON {
  return { ...settingsJson(instanceId, view), dry_run: dryRun, changes: view.changes.map(changeJson) }
}

function settingsJson(instanceId: string, { version, settings }: SettingsView): SettingsJSON {
  return { object: 'settings', instance_id: instanceId, version, settings: Object.fromEntries(Object.entries(settings).map(valued)) }
}

const valued = ([name, value]: readonly [string, SettingJson]): readonly [string, JsonValue] => [name, value as JsonValue]

function changeJson({ name, from, to, weakens }: SettingChange): SettingChangeJSON {
  return { name, from: from as JsonValue, to: to as JsonValue, weakens_security: weakens }
}

function settingJson({ name, kind, label, sentence, since, weakens, get }: Setting): SettingJSON {
  return {
    name,
    type: kind.type,
    label,
    description: sentence,
    default: kind.toJson(get(DEFAULT_SETTINGS)) as JsonValue,
    options: kind.options,
    expected: kind.expected.json,
    since,
    weakened_by: weakens !== null && typeof weakens === 'object' ? weakens.to : weakens,
  }
}

const CODES: Readonly<Record<SettingFault['kind'], ErrorCode>> = {
  unknown: 'form_param_unknown',
  twice: 'form_param_duplicate',
  invalid: 'form_param_value_invalid',
  contradiction: 'breaks_instance_invariant',
}

/** Everything that is wrong with settings that somebody asked for, each with the setting and what would be possible. */
export function settingsFaultsJson(
  faults: readonly SettingFault[],
  traceId: string,
): { readonly status: number; readonly body: ErrorsJSON } {
  const errors = faults.map(({ kind, name, sentence, possible }) => ({
    code: CODES[kind],
    message: ERRORS[CODES[kind]].message,
    long_message: sentence,
    meta: { param_name: name, ...(possible.length > 0 && { possible }) },
  }))
  return { status: ERRORS[errors[0]!.code].status, body: { errors, clerk_trace_id: traceId } }
}
