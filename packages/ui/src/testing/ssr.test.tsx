import { LatchkeyProvider, SignedIn, SignedOut } from '@latchkey/react'
import { dark } from '@latchkey/themes'
import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import {
  type Appearance,
  AppearanceProvider,
  SignIn,
  SignInButton,
  SignOutButton,
  SignUp,
  SignUpButton,
  UserButton,
  UserProfile,
} from '../index.ts'
import { fakeLatchkey } from './fake-latchkey.ts'
import { environment } from './fixtures.ts'

const html = (element: ReactNode, plainBaseUrl: string | null = '/__latchkey') =>
  renderToString(
    <LatchkeyProvider latchkey={fakeLatchkey()} urls={{ plainBaseUrl, fallbackRedirectUrl: '/main', signUpUrl: '/join' }}>
      {element}
    </LatchkeyProvider>,
  )

it('has no style attribute that a strict policy would refuse: a look is in a sheet with the nonce', () => {
  const appearance = { theme: dark, variables: { colorPrimary: 'red;}*{display:none', borderRadius: '1px' }, elements: { card: 'mine' } }
  const page = (nonce: string | undefined, look: Appearance) =>
    html(
      <AppearanceProvider appearance={look} nonce={nonce}>
        <SignIn environment={environment} />
        <SignUp environment={environment} />
        <UserButton showName />
        <UserProfile />
        <SignInButton />
        <SignUpButton />
        <SignOutButton />
        <SignedIn>a</SignedIn>
        <SignedOut>b</SignedOut>
      </AppearanceProvider>,
    )
  expect(page(undefined, {})).not.toMatch(/\sstyle=|<style/)
  const strict = page('n0nce', appearance)
  expect(strict).not.toMatch(/\sstyle=/)
  const sheets = [...strict.matchAll(/<style([^>]*)>(.*?)<\/style>/g)]
  expect(sheets).toHaveLength(7)
  for (const [, attributes, text = ''] of sheets) {
    expect(attributes).toBe(' nonce="n0nce"')
    const [, look = ''] = /^\[data-look="([^"]+)"\]\{[^{}]*--latchkey-border-radius:1px\}$/.exec(text)!
    expect(strict.split(`data-look="${look}"`)).toHaveLength(3)
    expect(text).toMatch(/--lk-theme-color-background:|color-scheme:dark/)
    expect(text).not.toContain('display:none')
  }
})

it('has the brand color of the instance, with a nonce in a sheet and without one on the element', () => {
  const branded = { ...environment, primaryColors: { light: '#0a6cff', dark: '#7fb2ff' } }
  const page = (nonce: string | undefined, look: Appearance) =>
    html(
      <AppearanceProvider appearance={look} nonce={nonce}>
        <SignIn environment={branded} />
      </AppearanceProvider>,
    )
  expect(page(undefined, {})).toMatch(/^<div(?=[^>]* class="lk-root[^"]*")[^>]* style="--lk-brand:#0a6cff"[^>]*>/)
  expect(page(undefined, { theme: dark })).toMatch(/^<div(?=[^>]* class="lk-root[^"]*")[^>]* style="[^"]*--lk-brand:#7fb2ff"[^>]*>/)
  expect(page('n0nce', {})).toMatch(/<style nonce="n0nce">\[data-look="[^"]+"\]\{--lk-brand:#0a6cff\}<\/style>/)
  expect(page('n0nce', {})).not.toMatch(/\sstyle=/)
})

it('puts a text on the button, or leaves an element as it is', () => {
  const around = '<span data-lk-contents=""><span data-inline="" class="lk-root lk-rootBox">'
  const button = '<button class="lk-pageButton lk-signInButton" type="button"><span>Sign in</span>'
  expect(html(<SignInButton />).startsWith(around + button)).toBe(true)
  expect(html(<SignUpButton>Join</SignUpButton>)).toMatch(/<button class="lk-pageButton lk-signUpButton" type="button"><span>Join<\/span>/)
  expect(
    html(
      <SignOutButton>
        <a href="/x">Leave</a>
      </SignOutButton>,
    ),
  ).toBe('<span data-lk-contents=""><a href="/x">Leave</a></span>')
})

it('draws a whole sign-in form, which works without any script', () => {
  const text = html(<SignIn environment={environment} />)
  expect(text).toContain('Sign in to Northwind')
  expect(text).toMatch(/<form[^>]* action="\/__latchkey\/sign-in\?redirect_url=%2Fmain" method="post"/)
  expect(text).not.toContain('noValidate')
  expect(text).toMatch(/<input[^>]*name="email_address"/)
  expect(text).toMatch(/<button[^>]*type="submit"/)
  expect(text).toContain('href="/join"')
  expect(text).not.toContain('name="first_name"')
})

it('knows where to go on to when its server says what was asked for', () => {
  const text = html(<SignIn environment={environment} search="?redirect_url=%2Fdeep%3Fa%3D1" />)
  expect(text).toContain('action="/__latchkey/sign-in?redirect_url=%2Fdeep%3Fa%3D1"')
  expect(text).toContain('href="/join?redirect_url=%2Fdeep%3Fa%3D1"')
})

it('posts nowhere else', () => {
  expect(html(<SignIn environment={environment} redirectUrl="https://evil.test/" />)).toContain('redirect_url=%2F"')
  expect(html(<SignIn environment={environment} />, null)).not.toContain('action=')
})

it('asks for names when signing up, as the plain page calls them', () => {
  const text = html(<SignUp environment={environment} />)
  for (const name of ['email_address', 'first_name', 'last_name']) expect(text).toMatch(new RegExp(`<input[^>]*name="${name}"`))
  expect(html(<SignUp environment={environment} appearance={{ options: { showOptionalFields: false } }} />)).not.toContain('first_name')
})

it('says that nobody may sign up where that is so', () => {
  const closed = { ...environment, signUpMode: 'restricted' } as const
  expect(html(<SignUp environment={closed} />)).toContain('data-state="restricted"')
  expect(html(<SignIn environment={closed} />)).not.toContain('/join')
})

it('fills in what is given', () => {
  expect(html(<SignIn environment={environment} initialValues={{ emailAddress: 'ada@x.test' }} />)).toContain('value="ada@x.test"')
})

it('keeps the room of what is not known yet', () => {
  expect(html(<UserButton showName />)).toContain('lk-userButtonTrigger__loading')
  expect(html(<UserProfile />)).toContain('data-state="loading"')
})
