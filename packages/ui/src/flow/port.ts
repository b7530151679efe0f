import type { Snapshot } from '@latchkey/js'
import type { Method, Standing, Values } from './types.ts'

/** What a form asks of an attempt. Each answers how it stands afterwards. @throws LatchkeyError, UnreachableError */
export interface AttemptPort {
  standing(snapshot: Snapshot): Standing
  /** Begins, and has the mail sent at once. @param how `null` to send none yet */
  begin(values: Values, how: { readonly method: Method; readonly redirectUrl: string } | null): Promise<Standing>
  /** Signs in with a ticket. */
  redeem(ticket: string): Promise<Standing>
  /** Has the mail sent, the first or another. */
  resend(how: { readonly method: Method; readonly redirectUrl: string }): Promise<Standing>
  attempt(code: string): Promise<Standing>
  /** Adds what was missing. */
  update(values: Values): Promise<Standing>
  reload(): Promise<Standing>
}
