import { clientConfirmation } from '@latchkey/protocol'
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { clientTokenOf } from './testing/credentials.ts'
import type { Prepared } from './testing/described.ts'
import { onStages } from './testing/on-stages.ts'
import { originOf } from './testing/people.ts'
import { faultsOf } from './testing/refused.ts'
import { REQUESTS, titled } from './testing/requests.ts'
import { type Heard, requestOf, send } from './testing/sending.ts'
import { HOME_ORIGIN, HOSTED_ORIGIN, type Stage } from './testing/stage.ts'

const carried = REQUESTS.filter(({ endpoint }) => endpoint.door === 'frontend')
/** What other SDKs keep their cookies by. */
const elsewhere = new Set(['frontend/handshake', 'frontend/touch-client'])

/** The same request as the application's server carries it over, the cookie's token in a header. */
function carriedOver(stage: Stage, prepared: Prepared, app = stage.home): Prepared {
  const { cookie: _, ...headers } = prepared.headers
  const token = clientTokenOf(prepared)
  return {
    ...prepared,
    headers: {
      ...headers,
      'latchkey-secret-key': app.secretKey,
      'latchkey-proxy-url': `${originOf(stage, app)}/__latchkey`,
      'latchkey-client-ip': prepared.ip,
      ...(token !== null && { 'latchkey-client-token': token }),
    },
  }
}

interface Claims {
  readonly iss: string
  readonly cnf?: { readonly client: string }
}

const claimsOf = (jwt: string) => JSON.parse(Buffer.from(jwt.split('.')[1]!, 'base64url').toString()) as Claims
const jwtsIn = (text: string) => text.match(/\beyJ[\w-]+\.eyJ[\w-]+\.[\w-]+/g) ?? []
const confirmationOf = (token: string) => clientConfirmation(createHash('sha256').update(token).digest())

/** What an answer tells that it must not, or not so. @param before the client token the request came with */
function leaks({ headers, text }: Heard, id: string, before: string | null, issuer: string): readonly string[] {
  const [token, session, said] = ['client-token', 'session-token', 'session'].map((name) => headers.get(`latchkey-${name}`))
  const inPage = jwtsIn(`${text}\n${headers.get('location') ?? ''}`)
  const plain = id === 'frontend/create-token' ? 1 : 0
  const after = token ?? before
  return [
    ...[...headers.keys()].filter((name) => /^set-cookie|^access-control/.test(name)),
    ...(inPage.length === plain ? [] : [`${inPage.length} tokens in the page`]),
    ...inPage
      .map(claimsOf)
      .filter(({ iss, cnf }) => iss !== issuer || cnf !== undefined)
      .map(() => 'a bound token in the page'),
    ...(/client_\w+\.[\w-]{43}/.test(text + (headers.get('location') ?? '')) ? ['a client token in the page'] : []),
    ...(session !== null && session !== undefined && claimsOf(session).iss !== issuer ? [`issued by ${claimsOf(session).iss}`] : []),
    ...(session && claimsOf(session).cnf?.client !== confirmationOf(after ?? '') ? ['a token bound to another client token'] : []),
    ...(token && said === null ? ['a new client token, and not who is signed in'] : []),
    ...(session && (said === null || said === 'none') ? ["a token of nobody's"] : []),
  ]
}

onStages("behind an application's server", (stage) => {
  test.each(titled(carried))('is answered in headers: %s', async (_, walked) => {
    const { home } = stage()
    const prepared = carriedOver(stage(), await walked.request.prepare(stage(), home))
    const heard = await send(stage(), requestOf(walked, prepared), '203.0.113.1')
    expect(heard.status).toBe(elsewhere.has(walked.endpoint.id) ? 404 : walked.request.answers)
    expect(leaks(heard, walked.endpoint.id, clientTokenOf(prepared), home.frontendApiUrl)).toEqual([])
    if (clientTokenOf(prepared) === null) expect(heard.headers.get('latchkey-session')).toBeTruthy()
  })

  test.each(titled(carried))('in production: %s', async (_, walked) => {
    const app = stage().hosted
    const prepared = carriedOver(stage(), await walked.request.prepare(stage(), app), app)
    const heard = await send(stage(), requestOf(walked, prepared), '203.0.113.1')
    expect(heard.status).toBeLessThan(500)
    const id = heard.status === 200 ? walked.endpoint.id : ''
    expect(leaks(heard, id, clientTokenOf(prepared), app.frontendApiUrl)).toEqual([])
  })

  test.each(titled(carried))("is refused when that cannot prove itself, or is none of the instance's: %s", async (_, walked) => {
    const { home, other } = stage()
    const prepared = carriedOver(stage(), await walked.request.prepare(stage(), home))
    const url = `${HOME_ORIGIN}/__latchkey`
    const keys = ['', 'x', home.publishableKey, home.secretKey.slice(0, -1), other.secretKey, `Bearer ${home.secretKey}`]
    const wrong = keys.map((key) => ({ key, url, codes: ['proxy_request_invalid_secret_key'] }))
    const odd = ['', '/__latchkey', '//localhost:3000', 'file:///', 'javascript:alert(1)', `${HOME_ORIGIN}//evil.test`]
    const urls = [...odd, 'https://evil.test/__latchkey', 'http://localhost:3000@evil.test/', `${HOSTED_ORIGIN}/__latchkey`]
    const attempts = [...wrong, ...urls.map((each) => ({ key: home.secretKey, url: each, codes: ['origin_invalid'] }))].map((each) => {
      const headers = { ...prepared.headers, 'latchkey-secret-key': each.key, 'latchkey-proxy-url': each.url }
      const title = `${each.key} at ${each.url}`
      return { title, request: requestOf(walked, prepared, { headers }), codes: each.codes, looked: walked.endpoint.response === 'html' }
    })
    expect(await faultsOf(stage(), attempts, prepared.ip)).toEqual([])
  })

  const lies = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'x-latchkey-client-ip', 'clerk-proxy-url', 'x-forwarded-host', 'via']
  test.each(titled(carried))('what it does not say in its own headers is not believed: %s', async (_, walked) => {
    const prepared = carriedOver(stage(), await walked.request.prepare(stage(), stage().home))
    const told = Object.fromEntries(lies.map((name) => [name, name.endsWith('host') ? 'evil.test' : '6.6.6.6, https://evil.test']))
    await stage().changeLog.read()
    const heard = await send(stage(), requestOf(walked, prepared, { headers: { ...prepared.headers, ...told } }), '203.0.113.1')
    const written = JSON.stringify(await stage().changeLog.read())
    const whole = [heard.text, written, ...[...heard.headers].map(String)].join('\n')
    expect(whole.match(/.{0,40}(?:evil\.test|6\.6\.6\.6|203\.0\.113\.1\b).{0,20}/g) ?? []).toEqual([])
  })
})
