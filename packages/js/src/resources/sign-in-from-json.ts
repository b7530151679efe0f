import type { SignInFactorJSON, SignInJSON, SignInUserDataJSON } from '@latchkey/protocol'
import type { Api } from '../core/api.ts'
import { dateOf } from './date-of.ts'
import type { SignInFactor, SignInResource, SignInUserData } from './sign-in.ts'
import { verificationFromJSON } from './verification-from-json.ts'

/**
 * An attempt to sign in, or the one that nobody began yet. Its methods are about the attempt this browser is in the middle of,
 * so that one and the same object serves from `create` to the end.
 */
export function signInFromJSON(json: SignInJSON | null, api: Api): SignInResource {
  const path = () => {
    const id = api.snapshot().signIn.id ?? json?.id
    if (id === undefined) throw new Error('No sign-in was begun: call signIn.create() first.')
    return `/client/sign_ins/${id}`
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
      sent(api.send('POST', '/client/sign_ins', { identifier, strategy, ticket, redirect_url: api.absolute(redirectUrl) })),
    prepareFirstFactor: async ({ strategy, emailAddressId, redirectUrl }) => {
      const fields = { strategy, email_address_id: emailAddressId, redirect_url: api.absolute(redirectUrl) }
      return sent(api.send('POST', `${path()}/prepare_first_factor`, fields))
    },
    attemptFirstFactor: async ({ strategy, code }) => sent(api.send('POST', `${path()}/attempt_first_factor`, { strategy, code })),
    reload: async () => sent(api.send('GET', path())),
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
