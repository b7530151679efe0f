import type { HandlersOf } from '../handler.ts'
import { getSettings } from './get-settings.ts'
import { updateSettings } from './update-settings.ts'

/** What an operator may do over HTTP. */
export const operatorHandlers: HandlersOf<'operator'> = {
  'operator/get-settings': getSettings,
  'operator/update-settings': updateSettings,
}
