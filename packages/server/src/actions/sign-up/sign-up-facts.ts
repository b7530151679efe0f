import { byIdentifier } from '@latchkey/protocol'
import type { SignUpFacts } from '../../flows/sign-up.ts'
import type { FrontendCall } from '../call.ts'
import { blockingSession, liveSessions } from '../client/blocking-session.ts'
import { newId, type Ports } from '../ports.ts'

/** What the sign-up flow may know, with the ids it uses should this step complete. */
export async function signUpFacts(ports: Pick<Ports, 'storage' | 'clock' | 'random'>, call: FrontendCall): Promise<SignUpFacts> {
  return {
    now: ports.clock.now(),
    settings: call.instance.settings,
    blockingSessionId: blockingSession(call, await liveSessions(ports, call)),
    fresh: {
      userId: newId(ports, 'user'),
      sessionId: newId(ports, 'session'),
      credentialId: newId(ports, 'credential'),
      identificationIds: byIdentifier(() => newId(ports, 'identification')),
    },
  }
}
