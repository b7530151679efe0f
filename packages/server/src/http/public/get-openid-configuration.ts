import type { OpenIdConfigurationJSON } from '@latchkey/protocol'
import type { Handler, PublicRequest } from '../handler.ts'
import { json } from '../reply/reply.ts'

/** Who issues the tokens of the instance and where its keys are, for verifiers that discover. */
export const getOpenIdConfiguration: Handler<PublicRequest> = async (_context, { locate }) => {
  const { base, issuer } = await locate()
  return json({
    issuer,
    authorization_endpoint: `${base}/oauth/authorize`,
    token_endpoint: `${base}/oauth/token`,
    revocation_endpoint: `${base}/oauth/token/revoke`,
    introspection_endpoint: `${base}/oauth/token_info`,
    userinfo_endpoint: `${base}/oauth/userinfo`,
    jwks_uri: `${base}/.well-known/jwks.json`,
    scopes_supported: [],
    response_types_supported: [],
    response_modes_supported: [],
    grant_types_supported: [],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: [],
    claims_supported: ['iss', 'sub', 'sid', 'azp', 'iat', 'nbf', 'exp', 'fva', 'sts', 'v', 'jti'],
    code_challenge_methods_supported: [],
    backchannel_logout_supported: false,
    frontchannel_logout_supported: false,
  } satisfies OpenIdConfigurationJSON)
}
