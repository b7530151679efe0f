// The same as index.ts, by Node's own crypto.
import { type AuthenticateRequest, createAuthenticateRequest } from './authenticate/authenticate-request.ts'
import { nodeCrypto } from './platform/node-crypto.ts'
import { createInstances } from './verify/instance.ts'
import { createVerifyToken, type VerifyToken } from './verify/verify-token.ts'

export * from './exports.ts'

const instances = createInstances(nodeCrypto)

/** Verifies a session token and answers its claims. @throws TokenError with the reason, TypeError when the options cannot be used */
export const verifyToken: VerifyToken = createVerifyToken(instances)

/** Finds out who made a request, by bearer token or by the app's cookies. @throws TypeError when the options cannot be used */
export const authenticateRequest: AuthenticateRequest = createAuthenticateRequest(instances)
