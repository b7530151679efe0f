import { revokeSignInToken as revoke } from '../../actions/backend/revoke-sign-in-token.ts'
import { signInTokenJson } from '../../wire/index.ts'
import type { BackendRequest, Handler } from '../handler.ts'
import { json } from '../reply/reply.ts'

/** Takes a sign-in token back. */
export const revokeSignInToken: Handler<BackendRequest> = async ({ ports }, { call, params }) =>
  json(signInTokenJson(await revoke(ports, call, params.sign_in_token_id!)))
