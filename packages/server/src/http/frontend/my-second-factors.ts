import { z } from 'zod'
import { beginEnrolment, enrolAtOnce, finishEnrolment, hasEnrolled, removeEnrolled } from '../../actions/credentials/enrol.ts'
import { backupCodesJson, deletedJson, totpJson } from '../../wire/index.ts'
import { type EndpointHandler, taking } from '../handler.ts'
import { judgedLater } from '../request/parse-fields.ts'
import { aboutMe } from './enveloped.ts'

/** Begins to set up an authenticator app. */
export const createMyTotp: EndpointHandler<'frontend/create-my-totp'> = async (context, request) => {
  const { id, disclosed: uri, createdAt: at } = await beginEnrolment(context.ports, request.call, request.session, 'totp')
  return aboutMe(context, request, () => totpJson({ id, uri, at }))
}

/** Ends setting up an authenticator app by a code of it. Whoever has no backup codes yet gets them along with it, where there are any. */
export const attemptMyTotp = taking('frontend/attempt-my-totp', z.object({ code: judgedLater() }), async (context, request) => {
  const { ports } = context
  const { id, createdAt: at } = await finishEnrolment(ports, request.call, request.session, 'totp', request.body)
  const lacks =
    request.call.instance.settings.secondFactor.backup_code && !(await hasEnrolled(request.call, request.session, 'backup_code'))
  const given = lacks ? await enrolAtOnce(ports, request.call, request.session, 'backup_code') : null
  return aboutMe(context, request, () => totpJson({ id, uri: null, at, codes: given && linesOf(given) }))
})

/** Gives the signed-in user backup codes, in place of those they had. */
export const createMyBackupCodes: EndpointHandler<'frontend/create-my-backup-codes'> = async (context, request) => {
  const given = await enrolAtOnce(context.ports, request.call, request.session, 'backup_code')
  return aboutMe(context, request, () => backupCodesJson({ id: given.id, codes: linesOf(given), at: given.createdAt }))
}

function linesOf({ disclosed }: { readonly disclosed: string }): readonly string[] {
  return disclosed.split('\n')
}

/** Removes the authenticator app of the signed-in user. */
export const deleteMyTotp: EndpointHandler<'frontend/delete-my-totp'> = async (context, request) => {
  const { id } = await removeEnrolled(context.ports, request.call, request.session, 'totp')
  return aboutMe(context, request, () => deletedJson('totp', id))
}
