import type { EmailAddressJSON } from '@latchkey/protocol'
import { z } from 'zod'
import { addIdentifier, attemptIdentifier, prepareIdentifier, removeIdentifier } from '../../actions/me/identifiers.ts'
import { requireMe } from '../../actions/me/me.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { UserView } from '../../domain/user.ts'
import { deletedJson, emailAddressJson, pendingEmailAddressJson, userJson } from '../../wire/index.ts'
import { type EndpointHandler, taking } from '../handler.ts'
import { json } from '../reply/reply.ts'
import { proofFields, text } from '../request/parse-fields.ts'
import { aboutMe } from './enveloped.ts'

const createFields = z.object({ email_address: text })

/** Adds an address to the signed-in user, not yet proven. */
export const createMyEmailAddress = taking('frontend/create-my-email-address', createFields, async (context, request, given) => {
  const { email_address: address } = given
  if (address === undefined) throw new Refusal('form_param_missing', { param: 'email_address' })
  const { id } = await addIdentifier(context.ports, request.call, request.session, 'email_address', address)
  return aboutMe(context, request, (me, { now }) => emailAddressOf(me, id, now))
})

/** The addresses of the signed-in user, proven ones first. */
export const listMyEmailAddresses: EndpointHandler<'frontend/list-my-email-addresses'> = async ({ ports }, { call, session }) =>
  json(userJson(await requireMe(ports, call.scope, session), ports.clock.now()).email_addresses)

/** One address of the signed-in user. */
export const getMyEmailAddress: EndpointHandler<'frontend/get-my-email-address'> = async (context, request) =>
  aboutMe(context, request, (me, { now }) => emailAddressOf(me, request.params.email_address_id, now))

const prepareFields = z.object({ strategy: text, redirect_url: text })

/** Sends what a new address will be proven by. */
export const prepareMyEmailAddress = taking('frontend/prepare-my-email-address', prepareFields, async (context, request, given) => {
  const id = request.params.email_address_id
  await prepareIdentifier(context.ports, request.call, request.session, 'email_address', id, given)
  return aboutMe(context, request, (me, { now }) => emailAddressOf(me, id, now))
})

/** Judges the proof of a new address. */
export const attemptMyEmailAddress = taking('frontend/attempt-my-email-address', proofFields, async (context, request) => {
  const id = request.params.email_address_id
  await attemptIdentifier(context.ports, request.call, request.session, 'email_address', id, request.body)
  return aboutMe(context, request, (me, { now }) => emailAddressOf(me, id, now))
})

/** Removes an address of the signed-in user. */
export const deleteMyEmailAddress: EndpointHandler<'frontend/delete-my-email-address'> = async (context, request) => {
  const id = request.params.email_address_id
  await removeIdentifier(context.ports, request.call, request.session, 'email_address', id)
  return aboutMe(context, request, () => deletedJson('email_address', id))
}

/** One address of a user, proven or not. @param now epoch milliseconds @throws Refusal `resource_not_found` */
function emailAddressOf(me: UserView, id: string, now: number): EmailAddressJSON {
  const proven = me.identifications.find((identification) => identification.id === id)
  if (proven !== undefined) return emailAddressJson(proven)
  const pending = me.pending.find((attempt) => attempt.id === id)
  if (pending === undefined) throw new Refusal('resource_not_found')
  return pendingEmailAddressJson(pending, now)
}
