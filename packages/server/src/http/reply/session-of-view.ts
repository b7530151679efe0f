import type { SessionState } from '../../actions/session/current-session-state.ts'
import type { ClientView } from '../../domain/view.ts'

/** A client as an application's own server gets it: who is signed in and her token apart, and no token in what pages can read. */
export function sessionOfView(view: ClientView): { readonly shown: ClientView; readonly session: SessionState } {
  const { client, sessions } = view
  const current = sessions.find(({ session }) => session.id === client.lastActiveSessionId)
  return {
    shown: { ...view, sessions: sessions.map((each) => ({ ...each, token: null })) },
    session: { id: current?.session.id ?? null, token: current?.token ?? null },
  }
}
