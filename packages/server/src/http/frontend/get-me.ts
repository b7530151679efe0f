import { userJson } from '../../wire/index.ts'
import type { Handler, SessionRequest } from '../handler.ts'
import { aboutMe } from './enveloped.ts'

/** The signed-in user. */
export const getMe: Handler<SessionRequest> = async (context, request) => aboutMe(context, request, (me, { now }) => userJson(me, now))
