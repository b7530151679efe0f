import { describe, expect, test } from 'vitest'
import { realServer } from '../packages/nextjs/src/testing/real-server.ts'
import { visitor } from '../packages/nextjs/src/testing/stage.ts'

const real = realServer()
const paths = ['/v1/latchkey/inbox', '/v1/latchkey/inbox?to=ada@example.com', '/v1/latchkey/inbox?_is_native=1', '/inbox', '/inbox/x', '/']

// The forwarder passed whatever began with `v1/`, and the server takes an app on its own machine for somebody who sits at it.
test.each(paths)('the app does not pass %s on', async (path) => {
  for (const method of ['GET', 'HEAD', 'POST']) {
    const { status } = await visitor().fetch(`/__latchkey${path}`, { method })
    expect([method, status]).toEqual([method, 404])
  }
  expect(real.asked).toEqual([])
})

describe('the server hands the inbox to no proxy on its own machine:', () => {
  const ask = (path: string, headers: HeadersInit) =>
    real.server.fetch(new Request(`http://localhost:4000${path}`, { headers }), '127.0.0.1')
  const proxies: Readonly<Record<string, () => Record<string, string>>> = {
    'an app with our own SDK': () => ({
      'latchkey-secret-key': real.app.secretKey,
      'latchkey-proxy-url': 'http://localhost:3000/__latchkey',
    }),
    'an app with a wrong key': () => ({ 'latchkey-secret-key': 'sk_test_x' }),
    'an app with a Clerk SDK that forwards': () => ({
      'clerk-secret-key': real.app.secretKey,
      'clerk-proxy-url': 'http://localhost:3000/__clerk',
    }),
    'a rewrite of Next.js': () => ({ 'x-forwarded-host': 'localhost:3000' }),
    'a proxy that names its visitor': () => ({ 'x-forwarded-for': '127.0.0.1' }),
    'a proxy by the standard': () => ({ forwarded: 'for=127.0.0.1' }),
    'a proxy that says that it is one': () => ({ via: '1.1 cache' }),
  }

  test.each(Object.keys(proxies))('%s', async (name) => {
    for (const path of paths) expect([path, (await ask(path, proxies[name]!())).status]).toEqual([path, 404])
  })

  test('somebody at the machine reads it', async () => {
    expect((await ask('/v1/latchkey/inbox', {})).status).toBe(200)
    expect((await ask('/inbox', {})).status).toBe(200)
  })
})
