import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, inject, test } from 'vitest'
import type { CreatedApplication } from '../../actions/instance/create-application.ts'
import type { HttpContext } from '../context.ts'
import { onBothDatabases } from '../testing/on-both-databases.ts'
import { signIn, signUp } from '../testing/people.ts'
import { type HostedAssets, readHostedAssets } from './hosted-assets.ts'

const manifest = {
  'src/main.tsx': { file: 'assets/main-a1.js', isEntry: true, imports: ['_shared.js'], css: ['assets/main-b2.css'] },
  '_shared.js': { file: 'assets/shared-c3.js', imports: ['src/main.tsx'], css: ['assets/shared-d4.css', 'assets/main-b2.css'] },
  'src/late.tsx': { file: 'assets/late-e5.js', css: ['assets/late-f6.css'] },
}

/** Draws nothing but what it is told. */
const RENDERER = `export const renderPage = (page, nonce) =>
  '<main>' + JSON.stringify({ ...page, nonce, environment: page.environment.display_config.application_name })
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;') + '</main>'`

/** A build of Vite's, as far as a server looks at it. */
function build(content: unknown, at = '.vite/manifest.json', renderer: string | null = RENDERER): string {
  const folder = mkdtempSync(join(inject('scratch'), 'pages-'))
  for (const name of ['assets', '.vite', 'render']) mkdirSync(join(folder, name))
  if (renderer !== null) writeFileSync(join(folder, 'render/render-page.js'), renderer)
  if (content !== undefined) writeFileSync(join(folder, at), JSON.stringify(content))
  for (const name of [
    'main-a1.js',
    'shared-c3.js',
    'main-b2.css',
    'shared-d4.css',
    'late-e5.js',
    'late-e5_js',
    'late-e5_css',
    '.hidden.js',
    'notes.txt',
    'notes_txt',
  ]) {
    writeFileSync(join(folder, 'assets', name), `/* ${name} */`)
  }
  return folder
}

test.each(['manifest.json', '.vite/manifest.json'])('a build is read from its %s: the entry, and all styles it needs', (at) => {
  const assets = readHostedAssets(build(manifest, at))
  expect([assets.script, assets.styles]).toEqual(['main-a1.js', ['shared-d4.css', 'main-b2.css']])
})

test.each([
  ['no manifest', undefined, 'no manifest.json'],
  ['no entry', { a: { file: 'assets/main-a1.js' } }, 'names no entry'],
  ['an entry elsewhere', { a: { file: '../main-a1.js', isEntry: true } }, 'is not in'],
  ['an entry that is gone', { a: { file: 'assets/gone-a1.js', isEntry: true } }, 'is not in'],
  ['a style that is gone', { a: { file: 'assets/main-a1.js', isEntry: true, css: ['assets/gone.css'] } }, 'is not in'],
])('%s is told in a sentence', (_, content, words) => {
  expect(() => readHostedAssets(build(content))).toThrow(words)
})

test('a build that cannot draw is told in a sentence, too', () => {
  expect(() => readHostedAssets(build(manifest, undefined, null))).toThrow('build the hosted pages again')
})

test('what draws is loaded for the first page, and once', async () => {
  const assets = readHostedAssets(
    build(manifest, undefined, 'let drawn = 0; export const renderPage = () => `${(drawn += 1)}`; globalThis.__loaded = 1'),
  )
  expect(globalThis).not.toHaveProperty('__loaded')
  expect([await assets.draw({} as never, ''), await assets.draw({} as never, '')]).toEqual(['1', '2'])
  expect(globalThis).toHaveProperty('__loaded')
})

const context: { assets: HostedAssets | null } = { assets: null }
// The folder for it is there only when tests run.
const options = {
  get assets() {
    return (context.assets ??= readHostedAssets(build(manifest)))
  },
} as Partial<HttpContext>

onBothDatabases(
  'hosted pages with script',
  (server) => {
    let app: CreatedApplication
    beforeAll(async () => {
      app = await server().application()
      await signUp(server(), server().firstParty(app), 'ada@example.com')
    })
    const csp = (headers: Headers) => headers.get('content-security-policy')

    /** What the page was drawn from. */
    const told = ({ text }: { readonly text: string }) =>
      JSON.parse(/<main>(.*?)<\/main>/s.exec(text)![1]!.replaceAll('&lt;', '<').replaceAll('&amp;', '&')) as Record<string, unknown>
    const plainOf = ({ text }: { readonly text: string }) => /<noscript><meta http-equiv="refresh" content="0;url=([^"]*)">/.exec(text)?.[1]
    const page = {
      publishableKey: '',
      baseUrl: '/__latchkey',
      origin: 'http://localhost:3000',
      primary: null,
      worksAlone: true,
      environment: 'Acme',
      client: null,
    }

    test('are drawn here, with a module, its styles and what it has to know', async () => {
      const browser = server().firstParty(app)
      const seen = await browser.get('/sign-in?redirect_url=/main')
      const { text, headers } = seen
      expect(text).toContain('<script type="module" src="/__latchkey/assets/main-a1.js"></script>')
      expect(text.match(/<link rel="stylesheet" href="[^"]*">/g)).toEqual([
        '<link rel="stylesheet" href="/__latchkey/assets/shared-d4.css">',
        '<link rel="stylesheet" href="/__latchkey/assets/main-b2.css">',
      ])
      const { nonce, ...known } = told(seen)
      const { publishableKey } = app
      expect(known).toEqual({ ...page, publishableKey, page: 'sign-in', continueUrl: 'http://localhost:3000/main' })
      const [, named] =
        /script-src 'self'; connect-src 'self'; font-src 'self'; style-src 'self' 'nonce-([^']{24})'; img-src 'self' data:;/.exec(
          csp(headers)!,
        )!
      expect(named).toBe(nonce)
      expect(told(await browser.get('/sign-in')).nonce).not.toBe(nonce)
      expect(csp(headers)).not.toMatch(/unsafe|\*/)
      // The form that is drawn posts without scripts.
      expect(text).not.toContain('<noscript>')
    })

    test('are so at the server itself, below the path of the instance', async () => {
      const seen = await server().browser(app).get('/sign-up')
      expect(seen.text).toContain(`src="/i/${app.slug}/assets/main-a1.js"`)
      const { nonce: _, ...known } = told(seen)
      const here = { publishableKey: app.publishableKey, baseUrl: `/i/${app.slug}`, origin: 'http://localhost:4000' }
      expect(known).toEqual({ ...page, ...here, page: 'sign-up', continueUrl: null })
    })

    test('are so for somebody signed in, whom they know; who runs no scripts is sent to a page that needs none', async () => {
      const browser = server().firstParty(app)
      await signIn(server(), browser, 'ada@example.com')
      for (const path of ['/sign-in', '/sign-up', '/user']) {
        const seen = await browser.get(path)
        expect(told(seen)).toMatchObject({ page: path.slice(1), worksAlone: false, client: { sessions: [{ last_active_token: null }] } })
        const plain = plainOf(seen)!
        expect(plain).toBe(`/__latchkey${path}?plain=1`)
        const without = await browser.get(plain.replace('/__latchkey', ''))
        expect([without.text.includes('<script'), without.text.includes('action="/__latchkey/sign-out"')]).toEqual([false, true])
      }
      const saved = await browser.post('/user', { first_name: 'Ada' })
      const shown = await browser.get(saved.headers.get('location')!.replace('/__latchkey', ''))
      expect([shown.text.includes('Name saved.'), shown.text.includes('<script')]).toEqual([true, false])
    })

    test('lead whoever has no scripts to a page where nobody may sign up by themselves', async () => {
      const closed = await server().application({ settings: { signUpMode: 'restricted' } })
      expect(plainOf(await server().firstParty(closed).get('/sign-up?redirect_url=/main'))).toBe(
        '/__latchkey/sign-up?redirect_url=http%3A%2F%2Flocalhost%3A3000%2Fmain&amp;plain=1',
      )
      expect(plainOf(await server().firstParty(closed).get('/sign-in'))).toBeUndefined()
    })

    test('stay plain where a form was answered, and at every other page', async () => {
      const browser = server().firstParty(app)
      const answered = await browser.post('/sign-in', { email_address: 'nobody@example.com' })
      expect([answered.status, answered.text.includes('<script')]).toEqual([422, false])
      expect(csp(answered.headers)).not.toContain('script-src')
      for (const _ of [1, 2]) await browser.post('/sign-in', { email_address: 'ada@example.com' })
      expect((await browser.get('/sign-in/code')).text).not.toContain('<script')
    })

    test.each(['main-a1.js', 'shared-c3.js', 'late-e5.js', 'late-e5_js', 'late-e5_css', 'main-b2.css'])(
      '%s is kept for good by whoever asked',
      async (name) => {
        for (const browser of [server().firstParty(app), server().browser(app)]) {
          const { status, headers, text } = await browser.get(`/assets/${name}`)
          const type = name.endsWith('css') ? 'text/css' : 'text/javascript'
          expect([status, text, headers.get('content-type')]).toEqual([200, `/* ${name} */`, `${type}; charset=utf-8`])
          expect([headers.get('cache-control'), headers.get('x-content-type-options')]).toEqual([
            'public, max-age=31536000, immutable',
            'nosniff',
          ])
          expect([...headers.keys()].filter((key) => /^latchkey|^set-cookie|^access-control/.test(key))).toEqual([])
        }
      },
    )

    test.each([
      '.hidden.js',
      'notes.txt',
      'notes_txt',
      'gone.js',
      'manifest.json',
      '..',
      '.',
      '%2e%2e%2fmanifest.json',
      'main-a1.js%00',
      'a/b.js',
    ])('%s is none of them', async (name) => {
      const { status, text } = await server().firstParty(app).get(`/assets/${name}`)
      expect([status, text.includes('/*')]).toEqual([404, false])
    })
  },
  options,
)
