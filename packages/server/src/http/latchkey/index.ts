import type { HandlersOf } from '../handler.ts'
import { listInbox } from './list-inbox.ts'

/** What Latchkey adds to the wire. */
export const latchkeyHandlers: HandlersOf<'latchkey'> = { 'latchkey/list-inbox': listInbox }
