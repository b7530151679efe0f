import { LANGUAGES } from '@latchkey/words'
import { describe, expect, it } from 'vitest'
import { errorPage, notFoundPage } from './error-page.ts'
import { homePage } from './home-page.ts'

const { en } = LANGUAGES

describe('homePage', () => {
  const home = { url: 'http://localhost:4000', inboxUrl: '/inbox', version: '0.1.0', command: 'npx --prefix /home/ada/latchkey latchkey' }

  it('says where things are', () => {
    const app = { name: 'My app', type: 'development', publishableKey: 'pk_test_x', frontendApiUrl: 'http://localhost:4000/i/x' } as const
    const page = homePage({ ...home, applications: [app] }, en)
    const parts = [
      'href="/inbox"',
      '0.1.0',
      'My app',
      'pk_test_x',
      'http://localhost:4000/i/x',
      '<code class="line">npx --prefix /home/ada/latchkey latchkey init --header</code>',
      '<code class="line">npx --prefix /home/ada/latchkey latchkey env --sdk clerk</code>',
    ]
    for (const part of parts) expect(page).toContain(part)
    expect(page).not.toContain('latchkey apps create')
  })

  it('says how to make the first application', () => {
    expect(homePage({ ...home, applications: [] }, en)).toContain('npx --prefix /home/ada/latchkey latchkey apps create &quot;My app&quot;')
  })
})

describe('errorPage', () => {
  it('says what, why and what now, and the trace where there is one', () => {
    const page = errorPage({ title: 'Not that', sentence: 'It broke.', remedy: 'Mend it.', traceId: 'abc' }, en)
    expect(page).toMatch(/<h1>Not that<\/h1>\n<p>It broke.<\/p>\n<p>Mend it.<\/p>\n.*abc/)
    expect(page).toContain('<title>Not that · Latchkey</title>')
    const bare = errorPage({ title: 'Not that', sentence: 'It broke.', remedy: '', applicationName: 'Acme' }, en)
    expect(bare).not.toMatch(/<p><\/p>|Trace/)
    expect(bare).toContain('<title>Not that · Acme</title>')
  })
})

describe('notFoundPage', () => {
  it('names no application, for it does not know one', () => {
    expect(notFoundPage(en)).toContain('<title>Page not found · Latchkey</title>')
  })
})
