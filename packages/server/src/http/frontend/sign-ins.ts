import { type Envelope, IDENTIFIER_NAMES, type IdentifierName, type SignInJSON } from '@latchkey/protocol'
import { z } from 'zod'
import type { ClientOutcome } from '../../actions/call.ts'
import { attemptFirstFactor as attemptFirst, prepareFirstFactor as prepareFirst } from '../../actions/sign-in/first-factor.ts'
import { attemptSecondFactor as attemptSecond, prepareSecondFactor as prepareSecond } from '../../actions/sign-in/second-factor.ts'
import { createSignIn as create } from '../../actions/sign-in/create-sign-in.ts'
import { loadSignInView } from '../../actions/sign-in/load-sign-in-view.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { SignInView } from '../../domain/view.ts'
import { envelope, signInJson } from '../../wire/index.ts'
import type { HttpContext } from '../context.ts'
import { type EndpointHandler, type FrontendRequest, taking } from '../handler.ts'
import { json, type Reply } from '../reply/reply.ts'
import { judgedLater, proofFields, text } from '../request/parse-fields.ts'
import { enveloped, unchanged } from './enveloped.ts'

/** The proof a credential carries has whatever name its strategy gives it, so other fields pass; strategies judge them. */
const createSignInFields = z.looseObject({ identifier: text, strategy: text, redirect_url: text, ticket: judgedLater() })

/** Begins a sign-in. */
export const createSignIn = taking('frontend/create-sign-in', createSignInFields, async (context, request, given) => {
  const { signInId, ...outcome } = await create(context.ports, request.call, given)
  return signInReply(context, request, outcome, signInId)
})

/** A sign-in of this browser. The tab that waits for a link asks every second. */
export const getSignIn: EndpointHandler<'frontend/get-sign-in'> = async (context, request) =>
  signInReply(context, request, unchanged(request), request.params.sign_in_id)

type IdentifierIds = { readonly [Name in IdentifierName as `${Name}_id`]: ReturnType<typeof judgedLater> }

const identifierIds = Object.fromEntries(IDENTIFIER_NAMES.map((name) => [`${name}_id`, judgedLater()])) as IdentifierIds

/** Which identifier is meant, and what a strategy takes for itself, has a name of its own, so other fields pass. */
export const prepareFields = z.looseObject({ strategy: text, redirect_url: text, ...identifierIds })

/** Sends what the first factor will be proven by. */
export const prepareFirstFactor = taking('frontend/prepare-first-factor', prepareFields, async (context, request, given) => {
  const id = request.params.sign_in_id
  const outcome = await prepareFirst(context.ports, request.call, id, given)
  return signInReply(context, request, outcome, id)
})

/** Judges the first factor. The strategy reads its proof out of the body itself. */
export const attemptFirstFactor = taking('frontend/attempt-first-factor', proofFields, async (context, request) => {
  const id = request.params.sign_in_id
  const outcome = await attemptFirst(context.ports, request.call, id, request.body)
  return signInReply(context, request, outcome, id)
})

/** Issues what the second factor will be proven by. */
export const prepareSecondFactor = taking('frontend/prepare-second-factor', prepareFields, async (context, request, given) => {
  const id = request.params.sign_in_id
  const outcome = await prepareSecond(context.ports, request.call, id, given)
  return signInReply(context, request, outcome, id)
})

/** Judges the second factor. The strategy reads its proof out of the body itself. */
export const attemptSecondFactor = taking('frontend/attempt-second-factor', proofFields, async (context, request) => {
  const id = request.params.sign_in_id
  const outcome = await attemptSecond(context.ports, request.call, id, request.body)
  return signInReply(context, request, outcome, id)
})

/** An answer with one of the client's sign-ins, mostly the one in progress. @throws Refusal `resource_not_found` */
async function signInReply(
  context: HttpContext,
  request: Pick<FrontendRequest, 'call'>,
  outcome: ClientOutcome,
  id: string,
): Promise<Reply<Envelope<SignInJSON>>> {
  if (request.call.proof === 'outgrown')
    return json(envelope(signInJson(await loaded(context, request, id, outcome), context.ports.clock.now()), null))
  return enveloped(context, request, outcome, async ({ client, now }) => {
    if (client.sign_in?.id === id) return client.sign_in
    return signInJson(await loaded(context, request, id, outcome), now)
  })
}

async function loaded(
  { ports }: HttpContext,
  { call }: Pick<FrontendRequest, 'call'>,
  id: string,
  { client }: ClientOutcome,
): Promise<SignInView> {
  const view = await loadSignInView(ports, call, id, client.id)
  if (view === null) throw new Refusal('resource_not_found')
  return view
}
