export { createLatchkeyClient, type LatchkeyClient } from './api/create-latchkey-client.ts'
export type { ClientOptions } from './api/caller.ts'
export { isLatchkeyApiError, LatchkeyApiError, type LatchkeyApiErrorItem } from './api/latchkey-api-error.ts'
export type { ClientsApi } from './api/endpoints/clients.ts'
export type { EmailAddressesApi, EmailAddressParams } from './api/endpoints/email-addresses.ts'
export type { SessionListParams, SessionsApi } from './api/endpoints/sessions.ts'
export type { SignInTokensApi, TestingTokensApi } from './api/endpoints/tokens.ts'
export type {
  CreateUserParams,
  MetadataParams,
  UpdateUserParams,
  UserFilter,
  UserListParams,
  UserParams,
  UsersApi,
} from './api/endpoints/users.ts'
export type { Client } from './api/resources/client.ts'
export type { EmailAddress, Verification } from './api/resources/email-address.ts'
export type { DeletedObject, Page, PageParams } from './api/resources/page.ts'
export type { Session, SessionActivity } from './api/resources/session.ts'
export type { SignInToken, TestingToken, Token } from './api/resources/tokens.ts'
export type { User } from './api/resources/user.ts'
export type { Auth, GetToken, RequestState, SignedInAuth, SignedOutAuth, SignedOutReason } from './authenticate/auth-state.ts'
export type { AuthenticateRequest, AuthenticateRequestOptions, RequestLike } from './authenticate/authenticate-request.ts'
export { type CookieNames, type CookieOptions, cookieNames } from './cookies/cookie-names.ts'
export { cookieValues } from './cookies/cookie-values.ts'
export { createServerClock, MOST_CORRECTED_MS, type ServerClock } from './keys/server-clock.ts'
export type { InstanceOptions } from './verify/instance.ts'
export { TokenError, type TokenFlaw } from './verify/token-error.ts'
export type { CheckOptions, VerifyToken, VerifyTokenOptions } from './verify/verify-token.ts'
export type { SessionClaims } from '@latchkey/protocol'
