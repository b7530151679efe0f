import { beforeAll, expect, test } from 'vitest'
import type { CreatedApplication } from '../../actions/instance/create-application.ts'
import { onBothDatabases } from '../testing/on-both-databases.ts'

onBothDatabases('what anybody may read', (server) => {
  let app: CreatedApplication
  beforeAll(async () => {
    app = await server().application()
  })
  const read = async (path: string) => {
    const response = await server().fetch(new Request(app.frontendApiUrl + path))
    return { status: response.status, json: await response.json() }
  }

  test('the server is healthy', async () => {
    expect(await read('/v1/health')).toEqual({ status: 200, json: { status: 'healthy' } })
  })

  test('the discovery document has every field that strict readers want, and promises nothing', async () => {
    const { status, json } = await read('/.well-known/openid-configuration')
    const at = app.frontendApiUrl
    expect(status).toBe(200)
    expect(json).toEqual({
      issuer: at,
      authorization_endpoint: `${at}/oauth/authorize`,
      token_endpoint: `${at}/oauth/token`,
      revocation_endpoint: `${at}/oauth/token/revoke`,
      introspection_endpoint: `${at}/oauth/token_info`,
      userinfo_endpoint: `${at}/oauth/userinfo`,
      jwks_uri: `${at}/.well-known/jwks.json`,
      scopes_supported: [],
      response_types_supported: [],
      response_modes_supported: [],
      grant_types_supported: [],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: [],
      claims_supported: expect.arrayContaining(['iss', 'sub', 'sid', 'azp', 'exp']),
      code_challenge_methods_supported: [],
      backchannel_logout_supported: false,
      frontchannel_logout_supported: false,
    })
    expect((await read('/.well-known/jwks.json')).status).toBe(200)
    expect((await read('/oauth/authorize')).json.errors[0].code).toBe('endpoint_not_found')
  })
})
