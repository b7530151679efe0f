import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where this user's programs keep what is worth nothing on another machine. */
export function stateFolder(environment: { readonly [name: string]: string | undefined }): string {
  const base = environment.XDG_STATE_HOME || (environment.LOCALAPPDATA ?? join(environment.HOME || homedir(), '.local', 'state'))
  return join(base, 'latchkey')
}
