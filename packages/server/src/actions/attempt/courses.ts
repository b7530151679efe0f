import { byIdentifier } from '@latchkey/protocol'
import { type AttemptKind, halfProven, type SignInState, verificationIn } from '../../domain/attempt.ts'
import type { Proof } from '../../domain/proof.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Session } from '../../domain/session.ts'
import { stepIdentification } from '../../flows/identification.ts'
import { reverificationStatus, stepReverification } from '../../flows/reverification.ts'
import { type SignInFacts, signInStatus, stepSignIn } from '../../flows/sign-in.ts'
import { type SignUpFacts, stepSignUp, type TakenBy } from '../../flows/sign-up.ts'
import { deleteAttempt, findOwner, findUser, type InstanceScope, saveAttempt } from '../../storage/index.ts'
import type { FrontendCall } from '../call.ts'
import { blockingSession, liveSessions } from '../client/blocking-session.ts'
import { noticeNewDevice, primaryAddress, sendNotice } from '../notices/send-notice.ts'
import { newId } from '../new-id.ts'
import type { Ports } from '../ports.ts'
import { ownerOfProof } from '../owner-of-proof.ts'
import { together } from '../together.ts'
import type { Course } from './course.ts'

/** How a sign-in is brought further by a proof. */
const signInCourse: Course<'sign_in', SignInFacts> = {
  refuseEarly(attempt, slot) {
    const status = signInStatus(attempt.state)
    // Nobody is named yet, and nobody is about to be by a proof that was asked for.
    const isEmpty = status === 'needs_identifier' && verificationIn(attempt, slot) === null
    if (isEmpty || (slot === 'second_factor' && status !== 'needs_second_factor')) throw new Refusal('client_state_invalid')
  },
  guessedAt: ({ id, state }) => ({ userId: state.userId, target: state.identifier?.value ?? id }),
  async facts(ports, call) {
    const now = ports.clock.now()
    const live = await liveSessions(ports, call)
    return { facts: { now, blockingSessionId: blockingSession(call, live) }, live }
  },
  async step(ports, _call, scope, { state }, { proofs, by, owner }, facts) {
    const event = {
      type: 'proven',
      proofs,
      by,
      owner,
      identifierOwnerId: await ownerOfIdentifiers(scope, state),
      sessionId: newId(ports, 'session'),
    } as const
    return stepSignIn(state, event, { ...facts, now: ports.clock.now() })
  },
  isFinished: (state) => signInStatus(state) === 'complete',
  keep: saveAttempt,
  tell: (ports, call, scope, _attempt, { owner, known }) => noticeNewDevice(ports, call, scope, { owner, known }),
}

/** Read for a second factor only: the first proves the identifier, or what it named. */
async function ownerOfIdentifiers(scope: InstanceScope, state: SignInState): Promise<string | null> {
  const first = halfProven(state)
  const identifiers = first === null ? [] : [state.identifier, first.identifier ?? null].filter((one) => one !== null)
  const owners = await together(...identifiers.map(({ type, value }) => findOwner(scope, type, value)))
  const [ownerId = null] = owners.map((owner) => owner?.userId ?? null)
  return owners.every((owner) => owner?.userId === ownerId) ? ownerId : null
}

/** What the sign-up flow may know, with the ids it uses should this step complete. */
export async function signUpFacts(
  ports: Pick<Ports, 'storage' | 'clock' | 'random'>,
  call: FrontendCall,
): Promise<{ readonly facts: SignUpFacts; readonly live: readonly Session[] }> {
  const now = ports.clock.now()
  const live = await liveSessions(ports, call)
  let made: SignUpFacts['fresh'] | undefined
  const facts: SignUpFacts = {
    now,
    settings: call.instance.settings,
    blockingSessionId: blockingSession(call, live),
    // Most steps complete nothing, and need no ids.
    get fresh() {
      return (made ??= {
        userId: newId(ports, 'user'),
        sessionId: newId(ports, 'session'),
        credentialId: newId(ports, 'credential'),
        identificationIds: byIdentifier(() => newId(ports, 'identification')),
      })
    },
  }
  return { facts, live }
}

/** How a sign-up is brought further, by a proof or by further fields. */
export const signUpCourse: Course<'sign_up', SignUpFacts> = {
  refuseEarly: () => undefined,
  // Nobody's yet: wrong guesses are counted for the target.
  guessedAt: (attempt, slot) => ({ userId: null, target: verificationIn(attempt, slot)?.target?.value ?? attempt.id }),
  facts: signUpFacts,
  async step(_ports, _call, scope, { state }, { proofs, by, owner }, facts) {
    const [first, ...others] = proofs
    const taken = owner === null ? await takenProof(scope, others) : nameOf(first)
    return stepSignUp(state, { type: 'proven', proofs, by, taken }, facts)
  },
  isFinished: (state) => state.createdSessionId !== null,
  keep: saveAttempt,
}

/** The first of what else was proven that somebody has; mostly nothing else was. */
async function takenProof(scope: InstanceScope, proofs: readonly Proof[]): Promise<TakenBy | null> {
  for (const proof of proofs) if ((await ownerOfProof(scope, proof)) !== null) return nameOf(proof)
  return null
}

function nameOf(proof: Proof): TakenBy | null {
  switch (proof.type) {
    case 'identifier':
      return proof.identifier.type
    case 'external_account':
      return 'external_account'
    case 'credential':
      // The flow makes nothing of it.
      return null
    default:
      return proof satisfies never
  }
}

/** How an identifier that a user adds is proven. */
const identificationCourse: Course<'identification', null> = {
  refuseEarly: () => undefined,
  guessedAt: ({ userId, state }) => ({ userId, target: state.identifier.value }),
  facts: async () => ({ facts: null, live: null }),
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

/** How a signed-in user shows once more who they are. */
const reverificationCourse: Course<'reverification', null> = {
  refuseEarly({ state }, slot) {
    if (slot !== (reverificationStatus(state) === 'needs_second_factor' ? 'second_factor' : 'first_factor'))
      throw new Refusal(state.completedAt === null ? 'client_state_invalid' : 'verification_already_verified')
  },
  guessedAt: ({ state, id }) => ({ userId: state.userId, target: id }),
  facts: async () => ({ facts: null, live: null }),
  step: async (ports, _call, _scope, { state }, { proofs, by, owner }) =>
    stepReverification(state, { type: 'proven', proofs, by, owner, now: ports.clock.now() }),
  isFinished: (state) => state.completedAt !== null,
  keep: saveAttempt,
}

/** Every course, by the kind of attempt it is for. */
export const COURSES: { readonly [Kind in AttemptKind]: Course<Kind> } = {
  sign_in: signInCourse,
  sign_up: signUpCourse,
  identification: identificationCourse,
  reverification: reverificationCourse,
}
