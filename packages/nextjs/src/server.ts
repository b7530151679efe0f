export { authMiddleware, type AuthMiddlewareOptions, type MiddlewareAuth } from './middleware/auth-middleware.ts'
export {
  type HandlerAuth,
  latchkeyMiddleware,
  type LatchkeyMiddlewareOptions,
  type MiddlewareHandler,
} from './middleware/latchkey-middleware.ts'
export { createRouteMatcher } from './middleware/request-matcher.ts'
export type { RouteMatcher, Routes } from './middleware/route-matcher.ts'
export { type Auth, auth, type AuthFunction, redirectToSignIn, redirectToSignUp, type SignedInAuth } from './server/auth.ts'
export { currentUser } from './server/current-user.ts'
export { getAuth, type RequestWithHeaders } from './server/get-auth.ts'
export { latchkeyClient } from './server/latchkey-client.ts'
export { latchkeyRouteHandler, type RouteHandlers } from './server/route-handler.ts'
export type { SettingsOptions } from './settings/read-settings.ts'
export {
  authenticateRequest,
  createLatchkeyClient,
  isLatchkeyApiError,
  LatchkeyApiError,
  reverificationError,
  reverificationErrorResponse,
  TokenError,
  verifyToken,
} from '@latchkey/backend'
export type { LatchkeyClient, RequestState, Reverification, SessionClaims, User } from '@latchkey/backend'
