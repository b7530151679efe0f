import type { SignUpJSON, SignUpVerificationJSON } from '@latchkey/protocol'
import type { Api, Given } from '../core/api.ts'
import * as routes from '../core/routes.ts'
import { dateOf } from './date-of.ts'
import { verificationFromJSON, type VerificationResource } from './verification.ts'

/** Where a sign-up is; `null` before one was begun. */
export type SignUpStatus = 'missing_requirements' | 'complete' | 'abandoned'

/** The fields of a sign-up. */
export interface SignUpFields {
  readonly emailAddress?: string
  readonly username?: string
  readonly firstName?: string
  readonly lastName?: string
  readonly unsafeMetadata?: Readonly<Record<string, unknown>>
  readonly strategy?: string
  readonly ticket?: string
  readonly redirectUrl?: string
}

/** The proof of a field of a sign-up, and what is next about it. */
export interface SignUpVerification extends VerificationResource {
  readonly nextAction: 'needs_prepare' | 'needs_attempt' | ''
  readonly supportedStrategies: readonly string[]
}

/** An attempt to sign up, as it stands. */
export interface SignUpResource {
  readonly id: string | undefined
  readonly status: SignUpStatus | null
  readonly requiredFields: readonly string[]
  readonly optionalFields: readonly string[]
  readonly missingFields: readonly string[]
  readonly unverifiedFields: readonly string[]
  readonly emailAddress: string | null
  readonly username: string | null
  readonly firstName: string | null
  readonly lastName: string | null
  readonly verifications: { readonly emailAddress: SignUpVerification | null }
  readonly createdSessionId: string | null
  readonly createdUserId: string | null
  readonly abandonAt: Date | null
  create(params: SignUpFields): Promise<SignUpResource>
  update(params: SignUpFields): Promise<SignUpResource>
  prepareVerification(params: { readonly strategy: string; readonly redirectUrl?: string }): Promise<SignUpResource>
  attemptVerification(params: { readonly strategy: string; readonly code?: string }): Promise<SignUpResource>
  /** The same two for an address, under the names of older code. */
  prepareEmailAddressVerification(params?: { readonly strategy?: string; readonly redirectUrl?: string }): Promise<SignUpResource>
  attemptEmailAddressVerification(params: { readonly code: string }): Promise<SignUpResource>
  reload(): Promise<SignUpResource>
}

/** The store, and the sign-up that is in it now. */
export interface SignUpApi extends Api {
  snapshot(): { readonly signUp: SignUpResource }
}

/** An attempt to sign up, or the one that nobody began yet. Its methods are about the attempt this browser is in the middle of. */
export function signUpFromJSON(json: SignUpJSON | null, api: SignUpApi): SignUpResource {
  const of = () => {
    const id = api.snapshot().signUp.id ?? json?.id
    if (id === undefined) throw new Error('No sign-up was begun: call signUp.create() first.')
    return { sign_up_id: id }
  }
  const sent = async (answer: Promise<SignUpJSON>) => {
    const response = await answer
    const { signUp } = api.snapshot()
    return signUp.id === response.id ? signUp : signUpFromJSON(response, api)
  }
  const prepareVerification: SignUpResource['prepareVerification'] = async ({ strategy, redirectUrl }) =>
    sent(api.call(routes.prepareSignUpVerification, { ...of(), strategy, redirect_url: redirectUrl }))
  const attemptVerification: SignUpResource['attemptVerification'] = async ({ strategy, code }) =>
    sent(api.call(routes.attemptSignUpVerification, { ...of(), strategy, code }))
  return {
    id: json?.id,
    status: json?.status ?? null,
    requiredFields: json?.required_fields ?? [],
    optionalFields: json?.optional_fields ?? [],
    missingFields: json?.missing_fields ?? [],
    unverifiedFields: json?.unverified_fields ?? [],
    emailAddress: json?.email_address ?? null,
    username: json?.username ?? null,
    firstName: json?.first_name ?? null,
    lastName: json?.last_name ?? null,
    verifications: { emailAddress: json?.verifications.email_address ? verification(json.verifications.email_address) : null },
    createdSessionId: json?.created_session_id ?? null,
    createdUserId: json?.created_user_id ?? null,
    abandonAt: dateOf(json?.abandon_at),
    create: (params) => sent(api.call(routes.createSignUp, fields(params))),
    update: async (params) => sent(api.call(routes.updateSignUp, { ...of(), ...fields(params) })),
    prepareVerification,
    attemptVerification,
    prepareEmailAddressVerification: ({ strategy = 'email_code', ...rest } = {}) => prepareVerification({ strategy, ...rest }),
    attemptEmailAddressVerification: ({ code }) => attemptVerification({ strategy: 'email_code', code }),
    reload: async () => sent(api.call(routes.getSignUp, of())),
  }
}

function fields(params: SignUpFields): Given<typeof routes.createSignUp> {
  const { emailAddress, username, firstName, lastName, unsafeMetadata, strategy, ticket, redirectUrl } = params
  return {
    email_address: emailAddress,
    username,
    first_name: firstName,
    last_name: lastName,
    unsafe_metadata: unsafeMetadata && JSON.stringify(unsafeMetadata),
    strategy,
    ticket,
    redirect_url: redirectUrl,
  }
}

function verification(json: SignUpVerificationJSON): SignUpVerification {
  const proof = 'status' in json ? json : null
  return { ...verificationFromJSON(proof), nextAction: json.next_action, supportedStrategies: json.supported_strategies }
}
