// For every runtime with WebCrypto; Node has an entry of its own.
import { type AuthenticateRequest, createAuthenticateRequest } from './authenticate/authenticate-request.ts'
import { webCrypto } from './platform/web-crypto.ts'
import { createInstances } from './verify/instance.ts'
import { createVerifyToken, type VerifyToken } from './verify/verify-token.ts'

export * from './exports.ts'

const instances = createInstances(webCrypto)

/** Verifies a session token and answers its claims. @throws TokenError with the reason, TypeError when the options cannot be used */
export const verifyToken: VerifyToken = createVerifyToken(instances)

/** Finds out who made a request, by bearer token or by the app's cookies. @throws TypeError when the options cannot be used */
export const authenticateRequest: AuthenticateRequest = createAuthenticateRequest(instances)
