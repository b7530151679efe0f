import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, dirname, join } from 'node:path'
import { encodePublishableKey } from '@latchkey/protocol'
import { afterEach, describe, expect, inject, it } from 'vitest'
import sdk from '../../../nextjs/package.json' with { type: 'json' }
import { PROXY } from '../app/changes/proxy-step.ts'
import { runLatchkey } from '../testing/run-latchkey.ts'
import { deploymentFindings } from './deployment-findings.ts'
import { withoutFollowers } from './examine.ts'
import type { Finding } from './finding.ts'
import { keyFindings } from './key-findings.ts'
import { pageAddresses } from './page-addresses.ts'
import { runningFindings } from './running-findings.ts'
import { nextFinding } from './source-findings.ts'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

/** Something that answers on this machine. @returns its address */
async function listening(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  closers.push(() => server.close())
  return `http://localhost:${(server.address() as AddressInfo).port}`
}

/** Is a version within a bound such as `>=15.5.18`? */
function within(version: string, bound: string): boolean {
  const order = version.localeCompare(bound.replace(/^\D+/, ''), 'en', { numeric: true })
  return bound.startsWith('>=') ? order >= 0 : order < 0
}

const wrong = (findings: readonly Finding[]) => findings.filter(({ ok }) => !ok).map(({ about }) => about)

const files = {
  'package.json': JSON.stringify({ name: 'shop', dependencies: { next: '16.4.3' } }),
  'tsconfig.json': '{}',
  'node_modules/next/package.json': '{"version":"16.4.3"}',
  'node_modules/@latchkey/nextjs/package.json': '{"version":"0.1.0"}',
  'proxy.ts': PROXY,
  'app/layout.tsx': 'export default ({ children }) => <LatchkeyProvider>{children}</LatchkeyProvider>\n',
  '.gitignore': '.env*\n',
}

function appOf(more: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(inject('scratch'), 'doctor-'))
  execFileSync('git', ['init', '-q', folder])
  for (const [path, text] of Object.entries({ ...files, ...more })) {
    if (text === '') continue
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

describe('files', () => {
  const about = async (more: Readonly<Record<string, string>>) => {
    const { code, said, complained } = await runLatchkey(['doctor', '--json', '--url', 'http://localhost:1'], {
      cwd: appOf(more),
      environment: { PATH: process.env.PATH },
    })
    const { ok, findings } = JSON.parse(said.join('')) as { ok: boolean; findings: readonly Finding[] }
    expect([code, ok]).toEqual([1, false])
    expect(complained).toEqual([expect.stringMatching(/^(1 problem|\d problems) found\.$/)])
    return { about: wrong(findings).filter((name) => !['app', 'keys'].includes(name)), findings }
  }

  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['all there', {}, []],
    ['no proxy', { 'proxy.ts': '' }, ['proxy']],
    ['a proxy where Next.js does not look', { 'proxy.ts': '', 'src/proxy.ts': PROXY }, ['proxy']],
    ['a proxy that does other things', { 'proxy.ts': 'export function proxy() {}\n' }, ['proxy']],
    ['no provider', { 'app/layout.tsx': 'export default () => null\n' }, ['provider']],
    ['no package', { 'node_modules/@latchkey/nextjs/package.json': '' }, ['package']],
    ['a Next.js that runs code of strangers', { 'node_modules/next/package.json': '{"version":"16.0.6"}' }, ['next']],
    ['keys that will be committed', { '.gitignore': 'node_modules\n' }, ['secrets']],
  ])('%s', async (_, more, expected) => {
    expect((await about(more)).about).toEqual(expected)
  })

  it('names a command that works where it is read', async () => {
    const cwd = appOf({ 'app/layout.tsx': 'export default () => null\n' })
    const asked = async (folder: readonly string[], from: string) => {
      const { said } = await runLatchkey(['doctor', ...folder, '--url', 'http://localhost:1'], {
        cwd: from,
        environment: { PATH: process.env.PATH },
        command: 'npx --prefix /home/ada/latchkey latchkey',
      })
      return said.join('\n')
    }
    const here = await asked([], cwd)
    expect(here).toContain('Run npx --prefix /home/ada/latchkey latchkey init, which does it.')
    expect(here).toContain('npx --prefix /home/ada/latchkey latchkey env --write .env.local,')
    const elsewhere = await asked([basename(cwd)], dirname(cwd))
    expect(elsewhere).toContain(`latchkey init ${basename(cwd)}, which does it.`)
    expect(elsewhere).toContain(`latchkey env --write ${basename(cwd)}/.env.local,`)
  })

  it('says what to do in a sentence, and in what folder it has to be', async () => {
    const { findings } = await about({ 'proxy.ts': '', 'src/proxy.ts': PROXY })
    expect(findings.find((one) => one.about === 'proxy')!.sentence).toBe(
      'src/proxy.ts is not where Next.js 16 looks, so that nothing is protected. Move it to proxy.ts.',
    )
  })
})

it.each([
  ['15.2.5', false],
  ['15.2.6', false],
  ['15.5.6', false],
  ['15.5.17', false],
  ['15.5.18', true],
  ['15.5.28', true],
  ['16.0.6', false],
  ['16.0.7', false],
  ['16.2.5', false],
  ['16.2.6', true],
  ['16.4.3', true],
  ['17.0.0', true],
  ['15.1.9', false],
])('Next.js %s: %s', (version, ok) => {
  expect(nextFinding(version).ok).toBe(ok)
  // The SDK says in its package.json which it works with.
  const { next } = sdk.peerDependencies
  const admitted = next.split(' || ').some((range) => range.split(' ').every((bound) => within(version, bound)))
  expect(admitted).toBe(ok)
})

describe('keys', () => {
  const keysFor = (url: string) => ({
    NEXT_PUBLIC_LATCHKEY_PUBLISHABLE_KEY: encodePublishableKey('development', `clerk.shop.localhost:${new URL(url).port}`),
    LATCHKEY_SECRET_KEY: 'sk_test_a',
  })
  const app = 'http://localhost:3000'
  const advice = { command: 'npx --prefix /home/ada/latchkey latchkey', envFile: '../my shop/.env.local' }

  it('are written by a command that works where it is read', async () => {
    const [{ sentence } = {}] = await keyFindings({}, app, advice)
    expect(sentence).toContain('Write both keys again: npx --prefix /home/ada/latchkey latchkey env --write "../my shop/.env.local", with')
  })

  it.each([
    [{}, 'NEXT_PUBLIC_LATCHKEY_PUBLISHABLE_KEY and LATCHKEY_SECRET_KEY are not set.'],
    [{ LATCHKEY_SECRET_KEY: 'sk_test_a' }, 'NEXT_PUBLIC_LATCHKEY_PUBLISHABLE_KEY is not set.'],
    [{ ...keysFor('http://localhost:4000'), LATCHKEY_SECRET_KEY: 'sk_live_a' }, 'One key is for development'],
    [{ ...keysFor('http://localhost:4000'), NEXT_PUBLIC_LATCHKEY_PUBLISHABLE_KEY: 'pk_test_x' }, 'cannot be read'],
    [keysFor('http://localhost:1'), 'The server at http://localhost:1 does not answer.'],
  ])('%j', async (env, words) => {
    expect(await keyFindings(env, app, advice)).toEqual([
      expect.objectContaining({ ok: false, sentence: expect.stringContaining(words) as string }),
    ])
  })

  it.each([
    [0, []],
    [-4_000, []],
    [-60_000, ['clock']],
    [60_000, ['clock']],
  ])('a clock %i ms away', async (apart, expected) => {
    const url = await listening((_, response) => response.setHeader('date', new Date(Date.now() + apart).toUTCString()).end('{}'))
    expect(wrong(await keyFindings(keysFor(url), app, advice))).toEqual(expected)
  })
})

describe('the running app', () => {
  it.each<[string, (path: string) => number, readonly string[]]>([
    ['closed', (path) => (path.startsWith('/__latchkey') ? 200 : path.startsWith('/api/') ? 401 : 307), []],
    [
      'a matcher that leaves out what ends like a file',
      (path) => (path.startsWith('/__latchkey') ? 200 : path.includes('.') ? 404 : 307),
      ['protection'],
    ],
    ['no proxy', () => 404, ['protection', 'forwarding']],
    ['an app that falls over', () => 500, ['protection', 'forwarding']],
  ])('%s', async (_, status, expected) => {
    const url = await listening((request, response) => response.writeHead(status(request.url!), { location: '/__latchkey/sign-in' }).end())
    expect(wrong(await runningFindings(url))).toEqual(expected)
  })

  it('names a path that is open', async () => {
    const url = await listening((request, response) => response.writeHead(request.url!.includes('.') ? 404 : 307, { location: '/' }).end())
    expect((await runningFindings(url))[0]!.sentence).toMatch(
      /^The matcher leaves out paths such as \/latchkey-private\/1\.png, .* Write matcher: \['\/', /,
    )
  })
})

it('lists the real pages that are open, since an address of no page says nothing of them', async () => {
  const page = 'export default () => null'
  const pages = pageAddresses({
    folder: appOf({
      'app/page.tsx': page,
      'app/plain/page.tsx': page,
      'app/(shop)/orders/[id]/page.tsx': page,
      'app/_parts/page.tsx': page,
      'app/api/me/route.ts': page,
      'pages/old/index.tsx': page,
      'pages/_app.tsx': page,
    }),
    source: '',
  })
  expect(pages).toEqual(['/', '/old', '/orders/latchkey-invented', '/plain'])
  const url = await listening((request, response) =>
    response.writeHead(['/', '/plain', '/__latchkey/v1/environment'].includes(request.url!) ? 200 : 307, { location: '/' }).end(),
  )
  const findings = await runningFindings(url, pages)
  expect(wrong(findings)).toEqual([])
  expect(findings.find(({ about }) => about === 'pages')!.sentence).toBe('These pages are open to everybody: /, /plain. Is that meant?')
})

it.each([
  [401, 'keys'],
  [502, 'server'],
  [404, 'proxy'],
])('tells one cause once: /__latchkey answers %i because of the %s', async (status, cause) => {
  const url = await listening((request, response) =>
    response.writeHead(request.url!.startsWith('/__latchkey') ? status : status === 404 ? 404 : 307, { location: '/' }).end(),
  )
  const running = await runningFindings(url)
  expect(wrong(withoutFollowers([{ about: cause, ok: false, sentence: '' }, ...running]))).toEqual([cause])
  // Without the cause it is told all the same.
  expect(wrong(withoutFollowers(running))).toEqual(status === 404 ? ['protection', 'forwarding'] : ['upstream'])
})

describe('what only shows once it is deployed', () => {
  it.each<[Readonly<Record<string, string>>, string, readonly string[]]>([
    [{}, 'http://localhost:3000', []],
    [{}, 'https://shop.example.com', ['visitors']],
    [{ LATCHKEY_TRUSTED_HOPS: '1' }, 'https://shop.example.com', []],
    [{ LATCHKEY_TRUSTED_HOPS: 'abc' }, 'http://localhost:3000', ['visitors']],
    [{ LATCHKEY_PUBLIC_URL: 'https://clerk.example.com' }, 'http://localhost:3000', ['proxies']],
    [{ LATCHKEY_PUBLIC_URL: 'https://clerk.example.com', LATCHKEY_TRUSTED_PROXIES: '10.0.0.0/8' }, 'http://localhost:3000', []],
    [{ LATCHKEY_PUBLIC_URL: 'http://localhost:4000' }, 'http://localhost:3000', []],
    [{ LATCHKEY_SMTP_URL: 'smtp://u:50%off@localhost:1' }, 'http://localhost:3000', ['email']],
    [{ LATCHKEY_SMTP_URL: 'smtp://localhost:1' }, 'http://localhost:3000', ['email']],
  ])('%j at %s', async (env, app, expected) => {
    expect(wrong(await deploymentFindings(env, app))).toEqual(expected)
  })

  it('an email server that can be reached is right, and no password is told', async () => {
    const { port } = new URL(await listening(() => {}))
    expect(await deploymentFindings({ LATCHKEY_SMTP_URL: `smtp://user:s3cret@localhost:${port}` }, 'http://localhost:3000')).toEqual([
      { about: 'email', ok: true, sentence: `The email server at localhost:${port} can be reached.` },
    ])
  })
})
