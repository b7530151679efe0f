import { LANGUAGES } from '@latchkey/words'
import { describe, expect, it } from 'vitest'
import { renderVerificationEmail, type VerificationMessage } from './verification-email.ts'

const email: VerificationMessage = {
  applicationName: 'Acme',
  purpose: 'sign_in',
  code: '123456',
  link: 'https://auth.acme.example/i/abcdefghij/v1/verify?token=sia_1.secret&x=1',
  requestedFrom: { ipAddress: '203.0.113.7', userAgent: 'Mozilla/5.0 (Windows NT 10.0) Chrome/141.0.0.0 Safari/537.36' },
  requestedAt: Date.UTC(2026, 10, 23, 8, 33),
  minutes: 10,
}
const tags = (source: string) => source.match(/<[^>]*>/g)
const render = (changes: Partial<VerificationMessage> = {}) => renderVerificationEmail({ ...email, ...changes }, LANGUAGES.en)

describe('renderVerificationEmail', () => {
  it('has the code in its subject and says who asked, when, and what to do', () => {
    const { subject, text } = render()
    expect(subject).toBe('123456 is your Acme code')
    expect(text).toBe(`Sign in to Acme

123456

Enter this code where you’re signing in. It expires in 10 minutes.

Or open this link in the browser you started in:
https://auth.acme.example/i/abcdefghij/v1/verify?token=sia_1.secret&x=1

Requested from:
Device: Chrome on Windows
IP address: 203.0.113.7
Time: 23 November 2026, 08:33 UTC

If this wasn’t you, ignore this email. Nobody can sign in without it.
`)
  })

  it('says the same in HTML', () => {
    const { html, text } = render()
    for (const line of text.split('\n').filter((each) => !each.startsWith('https:'))) expect(html).toContain(line)
    expect(html).toContain('href="https://auth.acme.example/i/abcdefghij/v1/verify?token=sia_1.secret&amp;x=1"')
    expect(html).toMatch(/>123456<\/p>/)
  })

  it.each([
    ['sign_in', 'Sign in to Acme', 'Nobody can sign in'],
    ['sign_up', 'Create your Acme account', 'No account is created'],
    ['identification', 'Add this email to your Acme account', 'The address isn’t added'],
    ['reverification', 'Confirm that it’s you at Acme', 'If this wasn’t you, somebody is signed in to your account'],
  ] as const)('speaks of what it is for: %s', (purpose, heading, outcome) => {
    for (const part of [render({ purpose }).text, render({ purpose }).html]) {
      expect(part).toContain(heading)
      expect(part).toContain(outcome)
    }
  })

  it('has no link where there is none', () => {
    const { text, html } = render({ link: null })
    expect(`${text}${html}`).not.toMatch(/https?:|href|link/i)
  })

  it('loads nothing from elsewhere and runs nothing', () => {
    expect(render().html).not.toMatch(/<(img|script|link|iframe|object|form|base|svg)\b|@import|url\(|src=|\bon\w+=/i)
  })

  const brand = {
    logoUrl: 'https://cdn.acme.example/logo.png',
    colors: { light: { primary: '#e11d48', foreground: '#ffffff' }, dark: { primary: '#fb7185', foreground: '#000000' } },
    supportEmail: 'help@acme.example',
    termsUrl: 'https://acme.example/terms',
    privacyUrl: 'https://acme.example/privacy',
  }

  it('shows whose it is: logo, colors, and where to turn to', () => {
    const { html, text } = render({ brand })
    expect(html).toContain('<img src="https://cdn.acme.example/logo.png" alt="Acme"')
    expect(html).toContain('background-color:#e11d48')
    expect(html).toContain('.button { background-color: #fb7185 !important; }')
    for (const url of ['mailto:help@acme.example', brand.termsUrl, brand.privacyUrl]) expect(html).toContain(`href="${url}"`)
    expect(text).toContain('Help: help@acme.example\nTerms: https://acme.example/terms\nPrivacy: https://acme.example/privacy\n')
  })

  it.each(['data:image/png;base64,AAAA', 'javascript:alert(1)', 'http://acme.example/x.png'])(
    'shows the name in place of the logo %s',
    (logoUrl) => {
      expect(render({ brand: { ...brand, logoUrl } }).html).not.toContain('<img')
    },
  )

  it('takes no color that is none, and no address that is no web page', () => {
    const hostile = { primary: '#fff}*{display:none', foreground: '#ffffff' }
    expect(() => render({ brand: { ...brand, colors: { light: hostile, dark: hostile } } })).toThrow('color')
    expect(render({ brand: { ...brand, termsUrl: 'javascript:alert(1)' } }).html).not.toContain('javascript')
  })

  it('can be read in the dark', () => {
    expect(render().html).toContain('<meta name="color-scheme" content="light dark">')
    expect(render().html).toContain('prefers-color-scheme: dark')
  })

  const names = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '{{constructor.constructor("x")()}}',
    'A\r\nBcc: x@evil.example',
    'A\u2028B\u202ec',
    '&lt;b&gt;',
    '${process.env.HOME}',
    '=?utf-8?q?=0ABcc:_x?=',
    "'; DROP TABLE users; --",
    '</style><style>*{}',
  ]
  it.each(names)('makes the name %j harmless', (applicationName) => {
    const plain = render()
    const { subject, text, html } = render({ applicationName })
    expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202e]/u)
    expect(text.split('\n')).toHaveLength(plain.text.split('\n').length)
    expect(tags(html)).toEqual(tags(plain.html))
  })

  it('lets nothing but an address through as an address, and no word of the user agent', () => {
    const requestedFrom = { ipAddress: 'see http://evil.example', userAgent: 'Chrome/1 (Windows; call +1 555 0100) http://evil.example' }
    const { text, html } = render({ requestedFrom })
    expect(text).toContain('Device: Chrome on Windows\nTime: ')
    expect(`${text}${html}`).not.toMatch(/evil|555/)
    const v6 = render({ requestedFrom: { ipAddress: '2001:db8::1', userAgent: null } })
    expect(v6.text).toContain('an unknown device\nIP address: 2001:db8::1\n')
    expect(render({ requestedFrom: { ipAddress: null, userAgent: null } }).text).not.toContain('IP address')
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', '/v1/verify', '', 'http://'])('refuses the link %j', (link) => {
    expect(() => render({ link })).toThrow('not an http URL')
  })

  it('cannot be led out of the attribute by a link', () => {
    expect(render({ link: 'https://a.example/?token=x"><script>&<' }).html).not.toContain('<script')
  })

  it.each(['', '12', '123 456', '123456\n', '<b>1234', '１２３４５６'])('refuses the code %j', (code) => {
    expect(() => render({ code })).toThrow('characters that codes do not have')
  })

  it('has a name even for an application without one', () => {
    expect(render({ applicationName: '\r\n' }).subject).toBe('123456 is your Latchkey code')
  })
})
