import type { ClientJSON } from '@latchkey/protocol'
import type { Snapshot } from '../latchkey.ts'
import { sessionFromJSON } from '../resources/session.ts'
import { signInFromJSON } from '../resources/sign-in.ts'
import { signUpFromJSON } from '../resources/sign-up.ts'
import type { Api } from '../core/api.ts'
import { keep, keepList } from './keep.ts'

/** What all resources need of the store together. */
export interface StoreApi extends Api {
  snapshot(): Snapshot
}

/** The part of a snapshot that comes from the client. */
export type ClientState = Pick<Snapshot, 'clientId' | 'sessions' | 'session' | 'user' | 'signIn' | 'signUp'>

/** What a client says, with every resource that has not changed taken from the former state. `null` is a browser without a client. */
export function clientState(client: ClientJSON | null, former: ClientState | null, api: StoreApi): ClientState {
  const known = former?.sessions ?? []
  const all = (client?.sessions ?? []).map((json) => {
    const before = known.find(({ id }) => id === json.id)
    return keep(before, sessionFromJSON(json, api, before?.user))
  })
  const sessions = keepList(known, all)
  const session = sessions.find(({ id }) => id === client?.last_active_session_id) ?? null
  return {
    clientId: client?.id ?? null,
    sessions,
    session,
    user: session?.user ?? null,
    signIn: keep(former?.signIn, signInFromJSON(client?.sign_in ?? null, api)),
    signUp: keep(former?.signUp, signUpFromJSON(client?.sign_up ?? null, api)),
  }
}
