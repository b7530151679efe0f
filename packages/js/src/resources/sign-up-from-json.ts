import type { SignUpJSON, SignUpVerificationJSON } from '@latchkey/protocol'
import type { Api } from '../core/api.ts'
import type { Fields } from '../transport/encode-form.ts'
import { dateOf } from './date-of.ts'
import type { SignUpFields, SignUpResource, SignUpVerification } from './sign-up.ts'
import { verificationFromJSON } from './verification-from-json.ts'

/** An attempt to sign up, or the one that nobody began yet. Its methods are about the attempt this browser is in the middle of. */
export function signUpFromJSON(json: SignUpJSON | null, api: Api): SignUpResource {
  const path = () => {
    const id = api.snapshot().signUp.id ?? json?.id
    if (id === undefined) throw new Error('No sign-up was begun: call signUp.create() first.')
    return `/client/sign_ups/${id}`
  }
  const sent = async (answer: Promise<SignUpJSON>) => {
    const response = await answer
    const { signUp } = api.snapshot()
    return signUp.id === response.id ? signUp : signUpFromJSON(response, api)
  }
  const prepareVerification: SignUpResource['prepareVerification'] = async ({ strategy, redirectUrl }) =>
    sent(api.send('POST', `${path()}/prepare_verification`, { strategy, redirect_url: api.absolute(redirectUrl) }))
  const attemptVerification: SignUpResource['attemptVerification'] = async ({ strategy, code }) =>
    sent(api.send('POST', `${path()}/attempt_verification`, { strategy, code }))
  return {
    id: json?.id,
    status: json?.status ?? null,
    requiredFields: json?.required_fields ?? [],
    optionalFields: json?.optional_fields ?? [],
    missingFields: json?.missing_fields ?? [],
    unverifiedFields: json?.unverified_fields ?? [],
    emailAddress: json?.email_address ?? null,
    firstName: json?.first_name ?? null,
    lastName: json?.last_name ?? null,
    verifications: { emailAddress: json?.verifications.email_address ? verification(json.verifications.email_address) : null },
    createdSessionId: json?.created_session_id ?? null,
    createdUserId: json?.created_user_id ?? null,
    abandonAt: dateOf(json?.abandon_at),
    create: (params) => sent(api.send('POST', '/client/sign_ups', fields(params, api))),
    update: async (params) => sent(api.send('PATCH', path(), fields(params, api))),
    prepareVerification,
    attemptVerification,
    prepareEmailAddressVerification: ({ strategy = 'email_code', ...rest } = {}) => prepareVerification({ strategy, ...rest }),
    attemptEmailAddressVerification: ({ code }) => attemptVerification({ strategy: 'email_code', code }),
    reload: async () => sent(api.send('GET', path())),
  }
}

function fields({ emailAddress, firstName, lastName, unsafeMetadata, strategy, ticket, redirectUrl }: SignUpFields, api: Api): Fields {
  return {
    email_address: emailAddress,
    first_name: firstName,
    last_name: lastName,
    unsafe_metadata: unsafeMetadata && JSON.stringify(unsafeMetadata),
    strategy,
    ticket,
    redirect_url: api.absolute(redirectUrl),
  }
}

function verification(json: SignUpVerificationJSON): SignUpVerification {
  const proof = 'status' in json ? json : null
  return { ...verificationFromJSON(proof), nextAction: json.next_action, supportedStrategies: json.supported_strategies }
}
