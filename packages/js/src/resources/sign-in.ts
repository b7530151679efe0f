import type { SignInFactorJSON, SignInJSON, SignInUserDataJSON } from '@latchkey/protocol'
import type { Api } from '../core/api.ts'
import * as routes from '../core/routes.ts'
import { dateOf } from './date-of.ts'
import { verificationFromJSON, type VerificationResource } from './verification.ts'

/** The step a sign-in waits at; `null` before one was begun. */
export type SignInStatus =
  | 'needs_identifier'
  | 'needs_first_factor'
  | 'needs_second_factor'
  | 'needs_client_trust'
  | 'needs_new_password'
  | 'complete'
  | 'abandoned'

/** One way to go on. `safeIdentifier` is what may be shown of the address. */
export interface SignInFactor {
  readonly strategy: string
  readonly emailAddressId: string | null
  readonly safeIdentifier: string | null
  readonly primary: boolean
}

/** What may be shown of the user before they are signed in. */
export interface SignInUserData {
  readonly firstName: string | null
  readonly lastName: string | null
  readonly imageUrl: string
  readonly hasImage: boolean
}

/** An attempt to sign in, as it stands; every method answers the attempt as it stands afterwards, which is in the snapshot then, too. */
export interface SignInResource {
  /** `undefined` before one was begun. */
  readonly id: string | undefined
  readonly status: SignInStatus | null
  readonly identifier: string | null
  readonly userData: SignInUserData | null
  readonly supportedFirstFactors: readonly SignInFactor[]
  readonly firstFactorVerification: VerificationResource
  readonly createdSessionId: string | null
  readonly abandonAt: Date | null
  /** @throws LatchkeyError when refused, UnreachableError */
  create(params: {
    readonly identifier?: string
    readonly strategy?: string
    readonly ticket?: string
    /** Where the mail's link leads, absolute, for `email_link`. */
    readonly redirectUrl?: string
  }): Promise<SignInResource>
  /** Sends. A second call within the cooldown answers and sends nothing. */
  prepareFirstFactor(params: {
    readonly strategy: string
    readonly emailAddressId?: string
    readonly redirectUrl?: string
  }): Promise<SignInResource>
  /** A code may be tried on an attempt whose mail carried a link as well. */
  attemptFirstFactor(params: { readonly strategy: string; readonly code?: string }): Promise<SignInResource>
  reload(): Promise<SignInResource>
}

/** The store, and the sign-in that is in it now. */
export interface SignInApi extends Api {
  snapshot(): { readonly signIn: SignInResource }
}

/**
 * An attempt to sign in, or the one that nobody began yet. Its methods are about the attempt this browser is in the middle of,
 * so that one and the same object serves from `create` to the end.
 */
export function signInFromJSON(json: SignInJSON | null, api: SignInApi): SignInResource {
  const of = () => {
    const id = api.snapshot().signIn.id ?? json?.id
    if (id === undefined) throw new Error('No sign-in was begun: call signIn.create() first.')
    return { sign_in_id: id }
  }
  const sent = async (answer: Promise<SignInJSON>) => {
    const response = await answer
    const { signIn } = api.snapshot()
    return signIn.id === response.id ? signIn : signInFromJSON(response, api)
  }
  return {
    id: json?.id,
    status: json?.status ?? null,
    identifier: json?.identifier ?? null,
    userData: json?.user_data ? userData(json.user_data) : null,
    supportedFirstFactors: json?.supported_first_factors?.map(factor) ?? [],
    firstFactorVerification: verificationFromJSON(json?.first_factor_verification ?? null),
    createdSessionId: json?.created_session_id ?? null,
    abandonAt: dateOf(json?.abandon_at),
    create: ({ identifier, strategy, ticket, redirectUrl }) =>
      sent(api.call(routes.createSignIn, { identifier, strategy, ticket, redirect_url: redirectUrl })),
    prepareFirstFactor: async ({ strategy, emailAddressId: email_address_id, redirectUrl }) =>
      sent(api.call(routes.prepareFirstFactor, { ...of(), strategy, email_address_id, redirect_url: redirectUrl })),
    attemptFirstFactor: async ({ strategy, code }) => sent(api.call(routes.attemptFirstFactor, { ...of(), strategy, code })),
    reload: async () => sent(api.call(routes.getSignIn, of())),
  }
}

function factor(json: SignInFactorJSON): SignInFactor {
  const {
    email_address_id: emailAddressId = null,
    safe_identifier: safeIdentifier = null,
    primary = false,
  } = 'email_address_id' in json ? json : {}
  return { strategy: json.strategy, emailAddressId, safeIdentifier, primary }
}

function userData(json: SignInUserDataJSON): SignInUserData {
  return { firstName: json.first_name, lastName: json.last_name, imageUrl: json.image_url, hasImage: json.has_image }
}
