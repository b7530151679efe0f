import { problemError } from '../problems/tell.ts'
import { readSettings, type Settings } from './read-settings.ts'

/** How the app is set up. @throws Error in one sentence that says what to do when it is not */
export function requireSettings(): Settings {
  const read = readSettings()
  if ('settings' in read) return read.settings
  throw problemError(read.problem)
}
