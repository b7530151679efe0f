import { LatchkeyProvider } from '@latchkey/react'
import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import { SignIn, SignUp, UserButton, UserProfile } from '../index.ts'
import { fakeLatchkey } from './fake-latchkey.ts'
import { environment } from './fixtures.ts'

const html = (element: ReactNode, plainBaseUrl: string | null = '/__latchkey') =>
  renderToString(
    <LatchkeyProvider latchkey={fakeLatchkey()} urls={{ plainBaseUrl, fallbackRedirectUrl: '/main', signUpUrl: '/join' }}>
      {element}
    </LatchkeyProvider>,
  )

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
