import type { Envelope, SignUpJSON } from '@latchkey/protocol'
import { z } from 'zod'
import type { ClientOutcome } from '../../actions/call.ts'
import { attemptSignUpVerification as attempt, prepareSignUpVerification as prepare } from '../../actions/sign-up/verification.ts'
import { createSignUp as create, updateSignUp as update } from '../../actions/sign-up/create-sign-up.ts'
import { loadSignUpView } from '../../actions/sign-up/load-sign-up-view.ts'
import { Refusal } from '../../domain/refusal.ts'
import { perAttribute } from '../../domain/settings/attributes.ts'
import type { SignUpView } from '../../domain/view.ts'
import { envelope, signUpJson } from '../../wire/index.ts'
import type { HttpContext } from '../context.ts'
import { type EndpointHandler, type FrontendRequest, taking } from '../handler.ts'
import { json, type Reply } from '../reply/reply.ts'
import { flag, judgedLater, metadata, proofFields, text, unkept } from '../request/parse-fields.ts'
import { enveloped, unchanged } from './enveloped.ts'

/**
 * What a person may give when she signs up. Metadata is an object in JSON and a text in a form; the action reads both. What a
 * strategy takes for itself has whatever name it gives it, so other fields pass.
 */
const signUpFields = z.looseObject({
  ...perAttribute(() => text),
  unsafe_metadata: metadata,
  legal_accepted: flag,
  locale: text,
  strategy: text,
  redirect_url: text,
  ticket: judgedLater(),
  password: unkept,
  phone_number: unkept,
  web3_wallet: unkept,
})

/** Begins a sign-up. */
export const createSignUp = taking('frontend/create-sign-up', signUpFields, async (context, request, given) => {
  const { signUpId, ...outcome } = await create(context.ports, request.call, given)
  return signUpReply(context, request, outcome, signUpId)
})

/** A sign-up of this browser. */
export const getSignUp: EndpointHandler<'frontend/get-sign-up'> = async (context, request) =>
  signUpReply(context, request, unchanged(request), request.params.sign_up_id)

/** Takes further or changed fields of a sign-up. */
export const updateSignUp = taking('frontend/update-sign-up', signUpFields, async (context, request, given) => {
  const id = request.params.sign_up_id
  const outcome = await update(context.ports, request.call, id, given)
  return signUpReply(context, request, outcome, id)
})

/** What a strategy takes for itself has whatever name it gives it, so other fields pass. */
const fields = z.looseObject({ strategy: text, redirect_url: text })

/** Sends what a sign-up's address will be proven by. */
export const prepareSignUpVerification = taking('frontend/prepare-sign-up-verification', fields, async (context, request, given) => {
  const id = request.params.sign_up_id
  const outcome = await prepare(context.ports, request.call, id, given)
  return signUpReply(context, request, outcome, id)
})

/** Judges the proof of a sign-up's address. The strategy reads it out of the body itself. */
export const attemptSignUpVerification = taking('frontend/attempt-sign-up-verification', proofFields, async (context, request) => {
  const id = request.params.sign_up_id
  const outcome = await attempt(context.ports, request.call, id, request.body)
  return signUpReply(context, request, outcome, id)
})

/** An answer with one of the client's sign-ups, mostly the one in progress. @throws Refusal `resource_not_found` */
async function signUpReply(
  context: HttpContext,
  request: Pick<FrontendRequest, 'call'>,
  outcome: ClientOutcome,
  id: string,
): Promise<Reply<Envelope<SignUpJSON>>> {
  if (request.call.proof === 'outgrown')
    return json(envelope(signUpJson(await loaded(context, request, id, outcome), context.ports.clock.now()), null))
  return enveloped(context, request, outcome, async ({ client, now }) => {
    if (client.sign_up?.id === id) return client.sign_up
    return signUpJson(await loaded(context, request, id, outcome), now)
  })
}

async function loaded(
  { ports }: HttpContext,
  { call }: Pick<FrontendRequest, 'call'>,
  id: string,
  { client }: ClientOutcome,
): Promise<SignUpView> {
  const view = await loadSignUpView(ports, call, id, client.id)
  if (view === null) throw new Refusal('resource_not_found')
  return view
}
