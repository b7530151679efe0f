export { createLatchkeyClient, type LatchkeyClient } from './api/create-latchkey-client.ts'
export type { ClientOptions } from './api/caller.ts'
export { isLatchkeyApiError, LatchkeyApiError, type LatchkeyApiErrorItem } from './api/latchkey-api-error.ts'
export type { Client, ClientsApi } from './api/clients.ts'
export type { EmailAddress, EmailAddressesApi, EmailAddressParams, Verification } from './api/email-addresses.ts'
export type { Session, SessionActivity, SessionListParams, SessionsApi } from './api/sessions.ts'
export type { SignInToken, SignInTokensApi, TestingToken, TestingTokensApi, Token } from './api/tokens.ts'
export type {
  CreateUserParams,
  MetadataParams,
  UpdateUserParams,
  User,
  UserFilter,
  UserListParams,
  UserParams,
  UsersApi,
} from './api/users.ts'
export type { DeletedObject, Page, PageParams } from './api/page.ts'
export type { Auth, GetToken, RequestState, SignedInAuth, SignedOutAuth, SignedOutReason } from './authenticate/auth-state.ts'
export type { AuthenticateRequest, AuthenticateRequestOptions, RequestLike } from './authenticate/authenticate-request.ts'
export {
  type Asked,
  type Has,
  type Reverification,
  REVERIFICATION_NEEDS,
  type ReverificationError,
  reverificationError,
  reverificationErrorResponse,
  type ReverificationNeed,
} from './authenticate/reverification.ts'
export { type CookieNames, type CookieOptions, cookieNames } from './cookies/cookie-names.ts'
export { cookieValues } from './cookies/cookie-values.ts'
export { createServerClock, MOST_CORRECTED_MS, type ServerClock } from './keys/server-clock.ts'
export type { InstanceOptions } from './verify/instance.ts'
export { TokenError, type TokenFlaw } from './verify/token-error.ts'
export type { CheckOptions, VerifyToken, VerifyTokenOptions } from './verify/verify-token.ts'
export type { SessionClaims } from '@latchkey/protocol'
