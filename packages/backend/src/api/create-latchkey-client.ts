import { type ClientOptions, createCaller } from './caller.ts'
import { type ClientsApi, clientsApi } from './clients.ts'
import { type EmailAddressesApi, emailAddressesApi } from './email-addresses.ts'
import { type SessionsApi, sessionsApi } from './sessions.ts'
import { type SignInTokensApi, signInTokensApi, type TestingTokensApi, testingTokensApi } from './tokens.ts'
import { type UsersApi, usersApi } from './users.ts'

/** The Backend API of an instance. */
export interface LatchkeyClient {
  readonly users: UsersApi
  readonly emailAddresses: EmailAddressesApi
  readonly sessions: SessionsApi
  readonly clients: ClientsApi
  readonly signInTokens: SignInTokensApi
  readonly testingTokens: TestingTokensApi
}

/**
 * Makes a client of the Backend API. It keeps the secret key to itself.
 * @throws TypeError in one sentence when the options cannot be used
 */
export function createLatchkeyClient(options: ClientOptions): LatchkeyClient {
  const caller = createCaller(options)
  return {
    users: usersApi(caller),
    emailAddresses: emailAddressesApi(caller),
    sessions: sessionsApi(caller),
    clients: clientsApi(caller),
    signInTokens: signInTokensApi(caller),
    testingTokens: testingTokensApi(caller),
  }
}
