import { expect, test } from 'vitest'
import type { CreatedApplication } from '../../actions/instance/create-application.ts'
import type { Prepared } from './testing/described.ts'
import { onStages } from './testing/on-stages.ts'
import { describeEntry, faultsOf } from './testing/refused.ts'
import { REQUESTS, titled, type Walked } from './testing/requests.ts'
import { type Heard, requestOf, send } from './testing/sending.ts'
import { HOSTED_ORIGIN, type Stage } from './testing/stage.ts'

/** What a request may say about itself when nobody stands between it and the server who could know. */
const lies: { readonly [header: string]: string } = {
  host: 'evil.test',
  'x-forwarded-host': 'evil.test',
  'x-forwarded-proto': 'https',
  'x-forwarded-port': '6666',
  'x-forwarded-prefix': '/evil.test',
  'x-forwarded-server': 'evil.test',
  'x-forwarded-for': '6.6.6.6, 127.0.0.1',
  'x-real-ip': '6.6.6.6',
  'cf-connecting-ip': '6.6.6.6',
  'true-client-ip': '6.6.6.6',
  'x-client-ip': '6.6.6.6',
  forwarded: 'for=6.6.6.6;host=evil.test;proto=https',
  'x-host': 'evil.test',
  'x-original-url': 'https://evil.test/v1/client',
  'x-rewrite-url': '/v1/evil.test',
  'x-original-host': 'evil.test',
  'clerk-proxy-url': 'https://evil.test/__clerk',
  'x-clerk-proxy-url': 'https://evil.test/__clerk',
  'latchkey-proxy-url': 'https://evil.test/__latchkey',
  via: '1.1 evil.test',
  referer: 'https://evil.test/',
}

interface Claims {
  readonly iss?: unknown
  /** The cookies of a handshake, with tokens of their own in them. */
  readonly handshake?: readonly string[]
}

/** Everything that is said of an issuer in an answer's tokens. */
function issuers({ text, headers }: Heard): readonly unknown[] {
  const whole = [text, headers.get('location') ?? '', ...headers.getSetCookie()].join('\n')
  const claims = (jwt: string) => JSON.parse(Buffer.from(jwt.split('.')[1]!, 'base64url').toString()) as Claims
  const tokens = (from: string) => (from.match(/\beyJ[\w-]+\.eyJ[\w-]+\.[\w-]+/g) ?? []).map(claims)
  const outer = tokens(whole)
  return [...outer, ...outer.flatMap(({ handshake }) => tokens(handshake?.join('\n') ?? ''))].flatMap(({ iss }) => iss ?? [])
}

/** Sends a request that lies, and says where a lie came out again. */
async function believed(
  stage: Stage,
  walked: Walked,
  prepared: Prepared,
  app: Pick<CreatedApplication, 'frontendApiUrl'>,
  base: string,
): Promise<readonly string[]> {
  await stage.changeLog.read()
  const heard = await send(stage, requestOf(walked, prepared, { base, headers: { ...prepared.headers, ...lies } }), prepared.ip)
  const written = await stage.changeLog.read()
  const whole = [heard.text, ...[...heard.headers].map(String), ...heard.headers.getSetCookie()].join('\n')
  return [
    ...(heard.status === walked.request.answers ? [] : [`answered ${heard.status} ${heard.text.slice(0, 200)}`]),
    ...(whole.match(/.{0,40}(?:evil\.test|6\.6\.6\.6|:6666).{0,20}/g) ?? []),
    ...written.filter(({ after }) => /evil\.test|6\.6\.6\.6/.test(JSON.stringify(after))).map((entry) => `wrote ${describeEntry(entry)}`),
    ...issuers(heard)
      .filter((iss) => iss !== app.frontendApiUrl)
      .map((iss) => `issued by ${String(iss)}`),
    ...heard.headers.getSetCookie().filter((line) => /domain=/i.test(line) && !/Domain=example\.com;/.test(line)),
  ]
}

onStages('what a request says about itself', (stage) => {
  // One has the issuer of the token it is given, the other is for proxies that prove themselves; that walk is another.
  const apart = new Set(['backend/refresh-session', 'frontend/get-session-state'])
  const here = REQUESTS.filter(({ endpoint }) => !apart.has(endpoint.id) && endpoint.door !== 'latchkey')

  test.each(titled(here))('is not believed: %s', async (_, walked) => {
    const { home } = stage()
    const prepared = await walked.request.prepare(stage(), home)
    expect(await believed(stage(), walked, prepared, home, prepared.base.replace('localhost:4000', 'evil.test:4000'))).toEqual([])
  })

  const ofThisMachine = REQUESTS.filter(({ endpoint }) => endpoint.door === 'latchkey')
  test.each(titled(ofThisMachine))('keeps the inbox and the home page shut, one word by a proxy is enough: %s', async (_, walked) => {
    const prepared = await walked.request.prepare(stage(), stage().home)
    const told = Object.entries(lies).filter(([name]) =>
      /^(?:x-forwarded-(?:for|host|proto|port)|x-real-ip|forwarded|via|clerk-proxy-url|latchkey-proxy-url)$/.test(name),
    )
    for (const [name, value] of told) {
      const { status } = await send(stage(), requestOf(walked, prepared, { headers: { ...prepared.headers, [name]: value } }), prepared.ip)
      expect([name, status]).toEqual([name, 404])
    }
    expect((await send(stage(), requestOf(walked, prepared), prepared.ip)).status).toBe(walked.request.answers)
  })

  const inProduction = /environment|-client|handshake|touch|create-sign-in|create-token|end-session|get-openid|verify-link|\/sign-out/
  const hosted = here.filter(({ endpoint }) => inProduction.test(endpoint.id) && endpoint.door !== 'backend')

  test.each(titled(hosted))('is not believed in production: %s', async (_, walked) => {
    const app = stage().hosted
    const prepared = await walked.request.prepare(stage(), app)
    expect(await believed(stage(), walked, prepared, app, prepared.base)).toEqual([])
  })

  test.each(titled(hosted))('is not believed in production by the path of the instance: %s', async (_, walked) => {
    const app = { ...stage().hosted, frontendApiUrl: `http://localhost:4000/i/${stage().hosted.slug}` }
    const made = await walked.request.prepare(stage(), stage().hosted)
    // Without https the cookie has no prefix.
    const prepared = {
      ...made,
      headers: {
        ...made.headers,
        ...(made.headers.cookie !== undefined && { cookie: made.headers.cookie.replace('__Host-client_', '__client_') }),
      },
    }
    expect(await believed(stage(), walked, prepared, app, `http://evil.test:4000/i/${app.slug}`)).toEqual([])
  })

  test('gets into no mail', async () => {
    const mails = await stage().everyMail()
    expect(mails.length).toBeGreaterThan(10)
    expect(mails.filter((mail) => /evil\.test|6\.6\.6\.6/.test(JSON.stringify(mail)))).toEqual([])
    const links = mails.flatMap(({ link }) => link ?? [])
    const { home, hosted: production } = stage()
    const known = [home.frontendApiUrl, production.frontendApiUrl, `http://localhost:4000/i/${production.slug}`]
    expect(links.filter((link) => !known.some((base) => link.startsWith(`${base}/v1/verify?token=`)))).toEqual([])
  })

  const proxied = here.filter(({ endpoint }) => endpoint.door === 'frontend' || endpoint.id === 'public/get-openid-configuration')
  test.each(titled(proxied))('is refused when a proxy cannot prove itself: %s', async (_, walked) => {
    const { home, other } = stage()
    const prepared = await walked.request.prepare(stage(), home)
    const keys = ['', 'x', home.publishableKey, home.secretKey.slice(0, -1), other.secretKey, `Bearer ${home.secretKey}`]
    const wrong = keys.map((key) => ({ key, url: `${HOSTED_ORIGIN}/__clerk`, codes: ['proxy_request_invalid_secret_key'] }))
    const odd = ['', '/__clerk', '//localhost:3000', 'file:///', 'javascript:alert(1)']
    const urls = [...odd, 'https://evil.test/__clerk', 'http://localhost:3000@evil.test/']
    const elsewhere = urls.map((url) => ({ key: home.secretKey, url, codes: ['origin_invalid'] }))
    const attempts = [...wrong, ...elsewhere].map(({ key, url, codes }) => {
      const headers = { ...prepared.headers, 'clerk-secret-key': key, 'clerk-proxy-url': url }
      const looked = walked.endpoint.response === 'html'
      return { title: `${key} at ${url}`, request: requestOf(walked, prepared, { headers }), codes, looked }
    })
    expect(await faultsOf(stage(), attempts, prepared.ip)).toEqual([])
    expect((await send(stage(), requestOf(walked, prepared), prepared.ip)).status).toBe(walked.request.answers)
  })
})
