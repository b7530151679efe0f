import { beforeAll, expect, test } from 'vitest'
import type { CreatedApplication } from '../../actions/instance/create-application.ts'
import { insertAllowedOrigin } from '../../storage/index.ts'
import { signUp } from '../testing/people.ts'
import { onBothDatabases } from '../testing/on-both-databases.ts'

const issuer = (jwt: string) => JSON.parse(Buffer.from(jwt.split('.')[1]!, 'base64url').toString())

onBothDatabases('which instance a request is for', (server) => {
  let app: CreatedApplication
  let other: CreatedApplication
  let hosted: CreatedApplication
  beforeAll(async () => {
    app = await server().application()
    other = await server().application()
    hosted = await server().application({ type: 'production', host: 'clerk.example.com' })
    const allowed = { instanceId: hosted.instanceId, origin: 'https://app.example.com', createdAt: 0 }
    await server().ports.storage.transaction((db) => insertAllowedOrigin({ db }, allowed))
  })
  const ask = async (url: string, headers: HeadersInit = {}) => {
    const response = await server().fetch(new Request(url, { headers }))
    return { status: response.status, json: await response.json() }
  }
  const environment = (id: string) => ({ status: 200, json: expect.objectContaining({ id }) })
  const refusal = (status: number, code: string) => ({
    status,
    json: expect.objectContaining({ errors: [expect.objectContaining({ code })] }),
  })

  test('the slug says it, whatever name of this machine the server is called by', async () => {
    for (const host of ['localhost:4000', '127.0.0.1:4000', '[::1]:4000', 'accounts.localhost']) {
      expect(await ask(`http://${host}/i/${app.slug}/v1/environment`)).toEqual(environment(app.instanceId))
    }
  })

  test('the host says it where an instance has one of its own', async () => {
    expect(await ask('https://clerk.example.com/v1/environment')).toEqual(environment(hosted.instanceId))
    expect(await ask(`https://clerk.example.com/i/${hosted.slug}/v1/environment`)).toEqual(environment(hosted.instanceId))
  })

  test('two that disagree are nowhere', async () => {
    expect(await ask(`https://clerk.example.com/i/${app.slug}/v1/environment`)).toEqual(refusal(404, 'resource_not_found'))
  })

  test.each(['aaaaaaaaaa', '', 'x/..', '%00', "'", 'A'.repeat(200)])("the slug %s is nobody's", async (slug) => {
    expect((await ask(`http://localhost:4000/i/${slug}/v1/environment`)).status).toBe(404)
  })

  test.each([
    'http://localhost:4000',
    'http://clerk.localhost:4000',
    'https://evil.test',
    'https://clerk.example.com.evil.test',
    'https://clerk.example.com:8443',
  ])("%s is no instance's own, and the answer names the remedy", async (origin) => {
    const answer = await ask(`${origin}/v1/environment`)
    expect(answer).toEqual(refusal(400, 'host_invalid'))
    expect(answer.json.errors[0].long_message).toContain('/i/')
  })

  test('forwarded headers say nothing', async () => {
    const headers = { 'x-forwarded-host': 'clerk.example.com', forwarded: 'host=clerk.example.com', 'x-forwarded-proto': 'https' }
    expect(await ask('http://localhost:4000/v1/environment', headers)).toEqual(refusal(400, 'host_invalid'))
    const { json } = await ask(`http://localhost:4000/i/${app.slug}/.well-known/openid-configuration`, headers)
    expect(json).toMatchObject({ issuer: app.frontendApiUrl, jwks_uri: `${app.frontendApiUrl}/.well-known/jwks.json` })
  })

  test("a Host of somebody else's does not get into what is answered", async () => {
    const url = `http://evil.test/i/${app.slug}`
    const browser = server().browser({ ...app, frontendApiUrl: url })
    const { json } = await signUp(server(), browser, 'host@example.com')
    expect(issuer(json.client.sessions[0].last_active_token.jwt).iss).toBe(app.frontendApiUrl)
    expect((await server().mails('host@example.com'))[0]!.link).toMatch(new RegExp(`^${app.frontendApiUrl}/v1/verify\\?token=`))
    expect(JSON.stringify([json, await browser.get('/v1/environment')])).not.toContain('evil.test')
  })

  test('a proxy is believed when it has the key and its origin is allowed', async () => {
    const browser = server().browser(app)
    const proxy = { 'clerk-proxy-url': 'http://localhost:3000/__clerk/', 'clerk-secret-key': app.secretKey }
    const begun = await browser.post('/v1/client/sign_ups', { email_address: 'proxy@example.com' }, proxy)
    const path = `/v1/client/sign_ups/${begun.json.response.id}`
    await browser.post(`${path}/prepare_verification`, { strategy: 'email_code' }, proxy)
    const [mail] = await server().mails('proxy@example.com')
    expect(mail!.link).toMatch(/^http:\/\/localhost:3000\/__clerk\/v1\/verify\?token=/)
    const { json } = await browser.post(`${path}/attempt_verification`, { strategy: 'email_code', code: mail!.code }, proxy)
    expect(issuer(json.client.sessions[0].last_active_token.jwt)).toMatchObject({
      iss: 'http://localhost:3000/__clerk',
      azp: 'http://localhost:3000',
    })
    const { json: direct } = await browser.get('/v1/client')
    expect(issuer(direct.client.sessions[0].last_active_token.jwt).iss).toBe(app.frontendApiUrl)
  })

  test('a proxy without the key is not believed', async () => {
    const { json } = await ask(`${app.frontendApiUrl}/.well-known/openid-configuration`, {
      'clerk-proxy-url': 'http://localhost:3000/__clerk',
    })
    expect(json.issuer).toBe(app.frontendApiUrl)
  })

  test.each(['', 'sk_test_wrong', 'other'])('a proxy with a wrong key (%s) is refused', async (key) => {
    const headers = { 'clerk-proxy-url': 'http://localhost:3000/__clerk', 'clerk-secret-key': key === 'other' ? other.secretKey : key }
    expect(await ask(`${app.frontendApiUrl}/v1/environment`, headers)).toEqual(refusal(401, 'proxy_request_invalid_secret_key'))
  })

  test.each(['https://evil.test/__clerk', 'nonsense', 'javascript:alert(1)'])(
    'a proxy at %s is refused though it has the key',
    async (url) => {
      const headers = { 'clerk-proxy-url': url, 'clerk-secret-key': app.secretKey }
      expect(await ask(`${app.frontendApiUrl}/v1/environment`, headers)).toEqual(refusal(400, 'origin_invalid'))
    },
  )

  test('health and nothing else answers at a bare host', async () => {
    expect(await ask('http://localhost:4000/v1/health')).toEqual({ status: 200, json: { status: 'healthy' } })
    expect(await ask('http://localhost:4000/.well-known/jwks.json')).toEqual(refusal(400, 'host_invalid'))
  })

  test('the keys are public and kept for a minute', async () => {
    const response = await server().fetch(new Request(`${app.frontendApiUrl}/.well-known/jwks.json`))
    expect(response.headers.get('cache-control')).toBe('public, max-age=60, stale-if-error=86400')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect((await response.json()).keys).toEqual([expect.objectContaining({ kty: 'RSA', use: 'sig', alg: 'RS256' })])
  })
})
