import assert from 'node:assert/strict'
import type { App } from '../support/app.ts'
import { test } from './own-suite.ts'
import { signIn } from './sign-in.ts'

/** Forged headers, paths and tokens: nobody is let in, nothing breaks. */
export function forgeryJourneys(): void {
  const get = ({ url }: App, path: string, headers: Record<string, string> = {}) => fetch(url + path, { headers, redirect: 'manual' })
  const refused = async (app: App, path: string, headers: Record<string, string>) => {
    const { status } = await get(app, path, headers)
    assert.ok(status === 401 || (status >= 300 && status < 400), `${path} with ${JSON.stringify(headers).slice(0, 200)}: ${status}`)
  }
  test('forged headers change nothing', async ({ app, server }) => {
    const middleware = ['proxy', 'middleware', 'src/proxy', 'src/middleware']
    const lies: Record<string, string>[] = [
      { 'x-latchkey-user-id': 'user_1' },
      { 'x-latchkey-auth-status': 'signed-in' },
      { 'x-latchkey-session': 'sess_1' },
      ...middleware.map((name) => ({ 'x-middleware-subrequest': Array.from({ length: 5 }, () => name).join(':') })),
      { 'x-middleware-next': '1' },
      { 'x-middleware-rewrite': '/main' },
      { 'x-middleware-override-headers': 'cookie', 'x-middleware-request-cookie': '__latchkey_session_x=y' },
      { 'x-matched-path': '/' },
      { 'x-invoke-path': '/main' },
      { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', 'x-forwarded-for': '1.2.3.4' },
      { 'x-original-url': '/' },
      { authorization: 'Bearer ' },
      { authorization: `Bearer ${server.application.secret_key}` },
    ]
    for (const headers of lies) {
      await refused(app, '/main', headers)
      await refused(app, '/api/me', headers)
    }
  })

  test('paths that cannot be decided are closed', async ({ app }) => {
    for (const path of [
      '/auth%2Fsignin',
      '/auth/signin%2F..%2F..%2Fmain',
      '/%6dain',
      '/main%00',
      '/MAIN/..%5c',
      '/auth/signin/../../main',
      '/%',
    ]) {
      const { status, headers } = await get(app, path)
      const safe = status === 401 || status === 400 || status === 404 || (status >= 300 && status < 400)
      assert.ok(safe, `${path}: ${status} ${headers.get('location')}`)
    }
  })

  test('tampered, truncated, re-spelled and foreign tokens are nobody’s, and never a failure', async ({
    app,
    person,
    scene,
    page,
    context,
  }) => {
    const mo = await person('mo')
    await signIn(scene, page, mo)
    const cookies = await context.cookies(app.url)
    const session = cookies.find(({ name }) => name.startsWith('__latchkey_session_'))
    const client = cookies.find(({ name }) => name.startsWith('__latchkey_client_'))
    assert.ok(session && client)
    const ask = async (sessionValue: string | null, clientValue: string | null) => {
      const cookie = [
        sessionValue === null ? '' : `${session.name}=${sessionValue}`,
        clientValue === null ? '' : `${client.name}=${clientValue}`,
      ]
      return get(app, '/api/me', { cookie: cookie.filter(Boolean).join('; ') })
    }
    assert.equal((await ask(session.value, client.value)).status, 200, 'the right pair is let in')
    const [head = '', body = '', signature = ''] = session.value.split('.')
    const flipped = signature.slice(0, 10) + (signature[10] === 'A' ? 'B' : 'A') + signature.slice(11)
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')
    const bad = [
      `${head}.${body}.${flipped}`,
      `${head}.${body}`,
      `${head}.${body}.`,
      session.value.slice(0, -3),
      `${session.value}=`,
      `${none}.${body}.`,
      'x',
      '',
      `${head}.${Buffer.from('{"sub":"user_x"}').toString('base64url')}.${signature}`,
      'a'.repeat(3_000),
    ]
    for (const value of bad) assert.equal((await ask(value, null)).status, 401, `no client, ${value.slice(0, 30)}`)
    for (const value of bad) assert.equal((await ask(value, 'nonsense')).status, 401, `a foreign client, ${value.slice(0, 30)}`)
    assert.equal((await ask(session.value, null)).status, 401, 'a session without its client')
    assert.equal((await ask(session.value, 'x'.repeat(43))).status, 401, 'a session with another client')
  })

  test('the forwarded path takes nothing but its own, and changes nothing for a foreign page', async ({ app, server }) => {
    for (const path of [
      '/__latchkey/v1/client.json',
      '/__latchkey/inbox',
      '/__latchkey/v1/%2e%2e/x',
      '/__latchkey/',
      '/__latchkey/i/other/v1/client',
    ]) {
      const answer = await get(app, path)
      assert.ok(answer.status === 404 || answer.status === 308 || answer.status === 400, `${path}: ${answer.status}`)
    }
    const users = await fetch(`${app.url}/__latchkey/v1/users`, {
      headers: { authorization: `Bearer ${server.application.secret_key}` },
    })
    assert.ok(
      users.status === 401 || users.status === 404 || users.status === 405,
      `the Backend API is not behind the forwarded path: ${users.status}`,
    )
    const foreign = await fetch(`${app.url}/__latchkey/v1/client/sign_ins`, {
      method: 'POST',
      headers: { origin: 'http://localhost:9', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'identifier=a@example.com',
    })
    assert.equal(foreign.status, 403)
  })
}
