import { z } from 'zod'
import { beginEnrolment, finishEnrolment, removeEnrolled } from '../../actions/credentials/enrol.ts'
import { deletedJson, totpJson } from '../../wire/index.ts'
import { type EndpointHandler, taking } from '../handler.ts'
import { judgedLater } from '../request/parse-fields.ts'
import { aboutMe } from './enveloped.ts'

/** Begins to set up an authenticator app. */
export const createMyTotp: EndpointHandler<'frontend/create-my-totp'> = async (context, request) => {
  const { id, disclosed: uri, createdAt: at } = await beginEnrolment(context.ports, request.call, request.session, 'totp')
  return aboutMe(context, request, () => totpJson({ id, uri, at }))
}

/** Ends setting up an authenticator app by a code of it. */
export const attemptMyTotp = taking('frontend/attempt-my-totp', z.object({ code: judgedLater() }), async (context, request) => {
  const { id, createdAt: at } = await finishEnrolment(context.ports, request.call, request.session, 'totp', request.body)
  return aboutMe(context, request, () => totpJson({ id, uri: null, at }))
})

/** Removes the authenticator app of the signed-in user. */
export const deleteMyTotp: EndpointHandler<'frontend/delete-my-totp'> = async (context, request) => {
  const { id } = await removeEnrolled(context.ports, request.call, request.session, 'totp')
  return aboutMe(context, request, () => deletedJson('totp', id))
}
