import { ERRORS, type ErrorCode, type ErrorsJSON } from '@latchkey/protocol'
import type { SettingFault } from '../domain/settings/plan-changes.ts'

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
