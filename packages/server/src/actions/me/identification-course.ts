import { stepIdentification } from '../../flows/identification.ts'
import { deleteAttempt, findUser } from '../../storage/index.ts'
import type { Course } from '../attempt/course.ts'
import { liveSessions } from '../client/blocking-session.ts'
import { primaryAddress, sendNotice } from '../notices/send-notice.ts'

/** How an identifier that a user adds is proven. */
export const identificationCourse: Course<'identification', null> = {
  refuseEarly: () => undefined,
  guessedAt: ({ userId, state }) => ({ userId, target: state.identifier.value }),
  facts: async () => null,
  async step(ports, call, scope, { id: attemptId, userId, state }, { proofs, by, owner }) {
    const live = await liveSessions(ports, { ...call, scope })
    const user = live.some((session) => session.userId === userId) ? await findUser(scope, userId!) : null
    return stepIdentification(state, { type: 'proven', proofs, by, taken: owner !== null, attemptId, user, now: ports.clock.now() })
  },
  isFinished: () => true,
  // The identification takes the attempt's id, so the attempt makes room for it.
  keep: (scope, { id }) => deleteAttempt(scope, id),
  async tell(ports, call, scope, { userId, state }) {
    const user = await findUser(scope, userId!)
    const to = user && (await primaryAddress(scope, user))
    if (to !== null) await sendNotice(ports, call, scope, { notice: 'address_added', to, userId: userId!, address: state.identifier.value })
  },
}
