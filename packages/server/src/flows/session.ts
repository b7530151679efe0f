import { isLive, type Session } from '../domain/session.ts'
import type { InstanceSettings } from '../domain/settings/instance-settings.ts'
import { type Decision, type RefusedDecision, refuse } from './decision.ts'
import { standingRefusal, type Standing } from './standing.ts'

/*
 *   (nothing) ──granted──▶ active ──▶ ended · removed · revoked · replaced · expired        no way back
 */

/** A session that an operator grants, without a proof: the Backend API's door. */
export function grantSession(user: Standing, facts: { readonly now: number; readonly sessionId: string }): Decision<null> {
  const refusal = standingRefusal(user, facts.now)
  if (refusal) return refusal
  return {
    ok: true,
    next: null,
    effects: [
      {
        type: 'create_session',
        sessionId: facts.sessionId,
        userId: user.id,
        firstFactorAt: null,
        secondFactorAt: null,
        by: { type: 'operator' },
      },
      { type: 'record', event: { type: 'session.created', userId: user.id, detail: { sessionId: facts.sessionId } } },
    ],
  }
}

/** May a token be minted for this session now? Refuses with what the SDKs take as 'signed out'. */
export function mintRefusal(session: Session, user: Standing, settings: InstanceSettings, now: number): RefusedDecision | null {
  if (!isLive(session, now, settings.session.inactivityMs)) return refuse('resource_not_found')
  return standingRefusal(user, now) && refuse('authentication_invalid')
}
