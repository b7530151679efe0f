import { z } from 'zod'
import {
  createSignInToken as create,
  createTestingToken as createForTests,
  revokeSignInToken as revoke,
} from '../../actions/backend/tokens.ts'
import { publishedKeys } from '../../actions/instance/key-ring.ts'
import { signInTokenJson, testingTokenJson } from '../../wire/index.ts'
import { type EndpointHandler, taking } from '../handler.ts'
import { json } from '../reply/reply.ts'
import { text, unkept } from '../request/parse-fields.ts'

const fields = z.object({ user_id: text, org_id: unkept, expires_in_seconds: z.int().nullish() })

/** A token that signs its user in once. */
export const createSignInToken = taking('backend/create-sign-in-token', fields, async ({ ports }, { call }, given) =>
  json(signInTokenJson(await create(ports, call, given))),
)

/** Takes a sign-in token back. */
export const revokeSignInToken: EndpointHandler<'backend/revoke-sign-in-token'> = async ({ ports }, { call, params }) =>
  json(signInTokenJson(await revoke(ports, call, params.sign_in_token_id)))

/** The token that test runners show. */
export const createTestingToken: EndpointHandler<'backend/create-testing-token'> = async ({ ports }, { call }) => {
  const { token, expiresAt } = await createForTests(ports, call)
  return json(testingTokenJson(token, expiresAt))
}

/**
 * The public keys that session tokens of the instance are verified with. Not for caches to keep: the path is the same for
 * every instance, and only the secret key tells them apart.
 * @see RFC 7517, section 5
 */
export const getJwks: EndpointHandler<'backend/get-jwks'> = async ({ ports }, { call }) => json(await publishedKeys(ports, call.instance))
