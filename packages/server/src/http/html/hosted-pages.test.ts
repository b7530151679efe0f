import { LANGUAGES } from '@latchkey/words'
import { describe, expect, it } from 'vitest'
import { type HostedCode, hostedCodePage, hostedSignedInPage, type HostedStart, hostedStartPage } from './hosted-pages.ts'

const base = { applicationName: 'Acme', action: '/i/x/sign-in', hidden: { redirect_url: 'https://app.test/?a=1&b=2' } }
const inputs = (page: string) => [...page.matchAll(/<input [^>]*name="([^"]*)"[^>]*>/g)].map(([tag, name]) => ({ tag, name }))
const input = (page: string, name: string) => inputs(page).find((each) => each.name === name)!.tag

describe('hostedStartPage', () => {
  const start = (fields: Partial<HostedStart> = {}) =>
    hostedStartPage({ ...base, mode: 'sign_in', otherUrl: '/i/x/sign-up', ...fields }, LANGUAGES.en)

  it('asks who signs in for the address alone, by a plain POST', () => {
    const page = start()
    expect(page).toContain('method="post" action="/i/x/sign-in"')
    expect(inputs(page).map(({ name }) => name)).toEqual(['redirect_url', 'email_address'])
    expect(input(page, 'redirect_url')).toContain('value="https://app.test/?a=1&amp;b=2"')
    expect(input(page, 'email_address')).toMatch(/type="email".*autocomplete="username email"/s)
    expect(page).toContain('href="/i/x/sign-up">Create an account')
  })

  it('asks who signs up for the names that are on, too', () => {
    const page = start({ mode: 'sign_up', names: { first: 'required', last: 'optional', username: 'off' } })
    expect(inputs(page).map(({ name }) => name)).toEqual(['redirect_url', 'first_name', 'last_name', 'email_address'])
    expect(input(page, 'first_name')).toMatch(/ required/)
    expect(input(page, 'last_name')).not.toMatch(/ required/)
    expect(page).toContain('Last name <span class="soft">(optional)</span>')
    const without = start({ mode: 'sign_up', names: { first: 'off', last: 'off', username: 'off' } })
    expect(inputs(without).map(({ name }) => name)).toEqual(['redirect_url', 'email_address'])
  })

  it('keeps what was typed and says at the field what is wrong with it', () => {
    const page = start({ values: { email_address: 'ada@exmaple.com' }, error: { param: 'email_address', text: 'No account.' } })
    expect(input(page, 'email_address')).toMatch(/value="ada@exmaple.com".*aria-invalid="true" aria-describedby="email_address-error"/s)
    expect(page).toContain('id="email_address-error" role="alert">No account.</p>')
    expect(page).not.toContain('class="alert"')
  })

  it.each([[null], ['captcha'], ['first_name']])('says above the form what is wrong with %s, where it has no such field', (param) => {
    const page = start({ error: { param, text: 'Wait.' } })
    expect(page).toContain('<p class="alert" role="alert">Wait.</p>')
    expect(page).not.toContain('aria-invalid="true"')
  })

  it('begins at the first field that is required, or at the one in error', () => {
    const up = { mode: 'sign_up' } as const
    const focused = (page: string) =>
      inputs(page)
        .filter(({ tag }) => tag.includes(' autofocus'))
        .map(({ name }) => name)
    expect(focused(start(up))).toEqual(['email_address'])
    expect(focused(start({ ...up, names: { first: 'optional', last: 'required', username: 'off' } }))).toEqual(['last_name'])
    expect(focused(start({ ...up, error: { param: 'first_name', text: 'Too long.' } }))).toEqual(['first_name'])
    expect(focused(start({ ...up, error: { param: 'email_address', text: 'Taken.' } }))).toEqual(['email_address'])
  })

  it('offers no other page where there is none', () => {
    expect(start({ otherUrl: null })).not.toContain('<a ')
  })
})

describe('hostedCodePage', () => {
  const code = (fields: Partial<HostedCode> = {}) =>
    hostedCodePage(
      {
        ...base,
        emailAddress: 'ada@example.com',
        resendAction: '/resend',
        changeUrl: '/i/x/sign-in',
        resendIn: 0,
        withLink: false,
        ...fields,
      },
      LANGUAGES.en,
    )

  it('asks for digits, as phones and password managers understand it', () => {
    expect(input(code(), 'code')).toMatch(/inputmode="numeric" autocomplete="one-time-code"/)
  })

  it.each([
    ['123456', true],
    ['123 456', true],
    ['123-456', true],
    [' 123456 ', true],
    ['\uff11\uff12\uff13\uff14\uff15\uff16', true],
    ['Your code is 123 456.', true],
    ['12345', false],
    ['12345a', false],
    ['1234567', false],
    ['', false],
  ])('takes %j: %s', (typed, taken) => {
    const [, pattern] = /pattern="([^"]*)"/.exec(input(code(), 'code'))!
    expect(new RegExp(`^(?:${pattern})$`, 'v').test(typed)).toBe(taken)
  })

  it('sends a new one when that is possible, with what the form carries along', () => {
    const resend = /<form method="post" action="\/resend">.*?<\/form>/s.exec(code())![0]
    expect(inputs(resend).map(({ name }) => name)).toEqual(['redirect_url'])
    const early = code({ resendIn: 12 })
    expect(early).not.toContain('/resend')
    expect(early).toContain('in 12 seconds.')
  })

  it('tells the address, the way back, the news and what is wrong', () => {
    const page = code({ sentAgain: true, error: { param: 'code', text: 'Wrong.' }, withLink: true })
    expect(page).toContain('<strong>ada@example.com</strong>')
    expect(page).toContain('href="/i/x/sign-in">Use another email')
    expect(page).toContain('role="status">New code sent.</p>')
    expect(page).toContain('id="code-error" role="alert">Wrong.</p>')
    expect(page).toContain('You can also open the link')
    expect(code()).not.toMatch(/role="status"|role="alert"|You can also open the link/)
  })
})

describe('hostedSignedInPage', () => {
  it('leads on, and signs out by a POST only', () => {
    const page = hostedSignedInPage(
      { applicationName: 'Acme', name: 'Ada', continueUrl: 'https://app.test/', accountUrl: '/user', signOutAction: '/out' },
      LANGUAGES.en,
    )
    expect(page).toContain('href="https://app.test/">Continue to Acme')
    expect(page).toMatch(/<form method="post" action="\/out">\s*<button/)
    expect(page).not.toContain('href="/out"')
  })
})
