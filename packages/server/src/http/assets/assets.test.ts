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

/** A build of Vite's, as far as a server looks at it. */
function build(content: unknown, at = '.vite/manifest.json'): string {
  const folder = mkdtempSync(join(inject('scratch'), 'pages-'))
  for (const name of ['assets', '.vite']) mkdirSync(join(folder, name))
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

    test('are the plain ones, with a module, its styles and what it has to know', async () => {
      const browser = server().firstParty(app)
      const { text, headers } = await browser.get('/sign-in?redirect_url=/main')
      expect(text).toContain('<script type="module" src="/__latchkey/assets/main-a1.js"></script>')
      expect(text.match(/<link rel="stylesheet" href="[^"]*">/g)).toEqual([
        '<link rel="stylesheet" href="/__latchkey/assets/shared-d4.css">',
        '<link rel="stylesheet" href="/__latchkey/assets/main-b2.css">',
      ])
      const body =
        `data-page="sign-in" data-publishable-key="${app.publishableKey}" data-base-url="/__latchkey" ` +
        'data-continue-url="http://localhost:3000/main"'
      expect(text).toContain(`<body class="centre" ${body}>`)
      expect(text).toContain('<form class="stack" method="post" action="/__latchkey/sign-in">')
      expect(csp(headers)).toMatch(
        /script-src 'self'; connect-src 'self'; font-src 'self'; style-src 'self' 'sha256-[^']+'; img-src 'self' data:;/,
      )
      expect(csp(headers)).not.toMatch(/unsafe|\*/)
    })

    test('are so at the server itself, below the path of the instance', async () => {
      const { text } = await server().browser(app).get('/sign-up')
      expect(text).toContain(`src="/i/${app.slug}/assets/main-a1.js"`)
      expect(text).toContain(`data-page="sign-up" data-publishable-key="${app.publishableKey}" data-base-url="/i/${app.slug}">`)
    })

    test('are so for somebody signed in, too', async () => {
      const browser = server().firstParty(app)
      await signIn(server(), browser, 'ada@example.com')
      expect((await browser.get('/sign-in')).text).toContain('data-page="sign-in"')
      expect((await browser.get('/user')).text).toContain('data-page="user"')
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
