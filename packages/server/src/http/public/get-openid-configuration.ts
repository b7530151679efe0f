import type { OpenIdConfigurationJSON } from '@latchkey/protocol'
import type { Handler, PublicRequest } from '../handler.ts'
import { json } from '../reply/reply.ts'

/** Who issues the tokens of the instance and where its keys are, for verifiers that discover. */
export const getOpenIdConfiguration: Handler<PublicRequest> = async (_context, { locate }) => {
  const { base, issuer } = await locate()
  return json({
    issuer,
    jwks_uri: `${base}/.well-known/jwks.json`,
    id_token_signing_alg_values_supported: ['RS256'],
    subject_types_supported: ['public'],
    response_types_supported: [],
    claims_supported: ['iss', 'sub', 'sid', 'azp', 'iat', 'nbf', 'exp', 'fva', 'sts', 'v', 'jti'],
  } satisfies OpenIdConfigurationJSON)
}
