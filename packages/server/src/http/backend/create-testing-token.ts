import { createTestingToken as create } from '../../actions/backend/create-testing-token.ts'
import { testingTokenJson } from '../../wire/index.ts'
import type { BackendRequest, Handler } from '../handler.ts'
import { json } from '../reply/reply.ts'

/** The token that test runners show. */
export const createTestingToken: Handler<BackendRequest> = async ({ ports }, { call }) => {
  const { token, expiresAt } = await create(ports, call)
  return json(testingTokenJson(token, expiresAt))
}
