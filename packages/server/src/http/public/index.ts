import { publishedKeys } from '../../actions/instance/key-ring.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { EndpointHandler, HandlersOf } from '../handler.ts'
import { json } from '../reply/reply.ts'

/** Can this process answer, its database included? Asked by load balancers, so it needs no instance. */
const health: EndpointHandler<'public/health'> = async ({ ports }) => {
  if (!(await ports.storage.isReady())) throw new Refusal('storage_unavailable', { retryAfter: 2 })
  return json({ status: 'healthy' })
}

/** Kept for a minute, so that a new key is soon everywhere; longer while we cannot be reached. */
const headers = { 'Cache-Control': 'public, max-age=60, stale-if-error=86400' }

/** The public keys that session tokens of the instance are verified with. @see RFC 7517, section 5 */
const getJwks: EndpointHandler<'public/get-jwks'> = async ({ ports }, { locate }) => {
  const { instance } = await locate()
  return json(await publishedKeys(ports, instance), { headers })
}

/** Who issues the tokens of the instance and where its keys are, for verifiers that discover. */
const getOpenIdConfiguration: EndpointHandler<'public/get-openid-configuration'> = async (_context, { locate }) => {
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
  })
}

/** What anybody may read. */
export const publicHandlers: HandlersOf<'public'> = {
  'public/health': health,
  'public/get-jwks': getJwks,
  'public/get-openid-configuration': getOpenIdConfiguration,
}
