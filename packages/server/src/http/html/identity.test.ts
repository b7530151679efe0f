import { LANGUAGES } from '@latchkey/words'
import { describe, expect, it } from 'vitest'
import { hostedStartPage } from './hosted-pages.ts'
import { type Identity, identityStyle } from './identity.ts'
import { pageCsp } from './layout.ts'

const colors = { light: { primary: '#e11d48', foreground: '#ffffff' }, dark: { primary: '#fb7185', foreground: '#000000' } }
const identity: Identity = {
  logoUrl: 'https://cdn.acme.test/logo.svg',
  style: { text: identityStyle(colors), source: 'sha256-abc=' },
  supportEmail: 'help@acme.test',
  termsUrl: 'https://acme.test/terms',
  privacyUrl: 'https://acme.test/privacy',
}
const page = (changes: Partial<Identity> = {}) =>
  hostedStartPage(
    { applicationName: 'Acme', mode: 'sign_in', action: '/x', otherUrl: null, identity: { ...identity, ...changes } },
    LANGUAGES.en,
  )

describe('the identity of an application', () => {
  it('is on a plain page: logo, colors, help, terms and privacy', () => {
    expect(page()).toContain('<img class="logo" src="https://cdn.acme.test/logo.svg" alt="">Acme')
    expect(page()).toContain(`<style>${identity.style!.text}</style>`)
    for (const link of ['mailto:help@acme.test">Help', 'https://acme.test/terms">Terms', 'https://acme.test/privacy">Privacy'])
      expect(page()).toContain(`href="${link}</a>`)
  })

  it('is allowed by the policy, and nothing more is', () => {
    expect(pageCsp([], null, identity)).toMatch(/style-src 'sha256-[^']+' 'sha256-abc='; img-src data: https:\/\/cdn\.acme\.test;/)
    expect(pageCsp([], null, { ...identity, logoUrl: null, style: null })).toBe(pageCsp())
    expect(pageCsp([], null, { ...identity, logoUrl: 'data:image/png;base64,AAAA' })).not.toContain('http')
  })

  it('leaves out what the application has not set', () => {
    const bare = page({ logoUrl: null, style: null, supportEmail: null, termsUrl: null, privacyUrl: null })
    expect(bare).not.toMatch(/<img|<footer|sha256/)
    expect(bare).toContain('class="mark"')
  })

  it.each(['javascript:alert(1)', 'data:text/html;base64,AAAA', 'data:image/svg+xml,<svg onload=alert(1)>'])(
    'leads nowhere by %s',
    (url) => {
      const shown = page({ logoUrl: url, termsUrl: url })
      expect(shown).not.toContain('<img')
      expect(shown).toContain('<a href="#">Terms</a>')
    },
  )

  it.each(['red', '#fff', '#ffffff}*{display:none', ''])('takes %j for no color', (primary) => {
    expect(() => identityStyle({ ...colors, dark: { primary, foreground: '#ffffff' } })).toThrow('color')
  })
})
