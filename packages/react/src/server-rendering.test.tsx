import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import * as react from './index.ts'
import { latchkeyOver } from './testing/fake-latchkey.ts'

const { LatchkeyProvider, Show, SignedIn, SignedOut, SignInButton, SignOutButton, SignUpButton } = react

function html(node: ReactNode): string {
  const { latchkey, asked } = latchkeyOver(null)
  const text = renderToString(<LatchkeyProvider latchkey={latchkey}>{node}</LatchkeyProvider>)
  expect(asked).toEqual([])
  return text
}

const whenIn = (text: string) => `<span data-lk-contents="" data-lk-if="in">${text}</span>`
const whenOut = (text: string) => `<span data-lk-contents="" data-lk-if="out">${text}</span>`

test.each([
  ['signed in', <SignedIn>a</SignedIn>, whenIn('a')],
  ['signed out', <SignedOut>b</SignedOut>, whenOut('b')],
  ['nothing', <SignedIn />, ''],
  [
    'shown to somebody',
    <Show when="signed-in" fallback="b">
      a
    </Show>,
    whenIn('a') + whenOut('b'),
  ],
  [
    'shown to nobody',
    <Show when="signed-out" fallback="b">
      a
    </Show>,
    whenIn('b') + whenOut('a'),
  ],
  [
    'shown to some',
    <Show when={() => true} fallback="b">
      a
    </Show>,
    whenOut('b'),
  ],
  ['shown to some or nothing', <Show when={() => true}>a</Show>, ''],
])('HTML from the server holds what is for everybody: %s', (_, node, text) => {
  expect(html(node)).toBe(text)
})

test.each([
  [<SignInButton>Sign in</SignInButton>, '<button type="button">Sign in</button>'],
  [<SignUpButton>Sign up</SignUpButton>, '<button type="button">Sign up</button>'],
  [<SignOutButton>Sign out</SignOutButton>, '<button type="button">Sign out</button>'],
  [<SignInButton>Enter</SignInButton>, '<button type="button">Enter</button>'],
  [
    <SignInButton mode="modal" forceRedirectUrl="/x">
      <a href="/y">Enter</a>
    </SignInButton>,
    '<span data-lk-contents=""><a href="/y">Enter</a></span>',
  ],
])('buttons around any child, or plain ones: %#', (node, text) => {
  expect(html(node)).toBe(text)
})

test('what an app does not say has its usual place', () => {
  const { latchkey } = latchkeyOver(null)
  const Component = () => JSON.stringify(react.useUrls())
  const text = renderToString(
    <LatchkeyProvider latchkey={latchkey} urls={{ signInUrl: '/in', plainBaseUrl: '/__latchkey' }}>
      <Component />
    </LatchkeyProvider>,
  )
  expect(JSON.parse(text.replaceAll('&quot;', '"'))).toEqual({ ...react.DEFAULT_URLS, signInUrl: '/in', plainBaseUrl: '/__latchkey' })
})

describe('outside of a provider', () => {
  const hooks = [
    react.useLatchkey,
    react.useUser,
    react.useAuth,
    react.useSession,
    react.useSessionList,
    react.useSignIn,
    react.useSignUp,
    react.useLatchkeyPhase,
    react.useUrls,
  ]
  test.each(hooks.map((hook) => [hook.name, hook] as const))('%s says what is missing', (_, useHook) => {
    const Component = () => void useHook()
    expect(() => renderToString(<Component />)).toThrow(/no <LatchkeyProvider> around/)
  })
})

test('hooks know nothing yet while HTML is made', () => {
  const seen: unknown[] = []
  function Component() {
    seen.push(
      react.useUser(),
      react.useAuth(),
      react.useSession(),
      react.useSessionList(),
      react.useSignIn(),
      react.useSignUp(),
      react.useUrls(),
    )
    return react.useLatchkeyPhase()
  }
  expect(html(<Component />)).toBe('unknown')
  const unknown = { isLoaded: false, isSignedIn: undefined }
  expect(seen).toEqual([
    { ...unknown, user: undefined },
    { ...unknown, userId: undefined, sessionId: undefined, getToken: expect.any(Function), signOut: expect.any(Function) },
    { ...unknown, session: undefined },
    { isLoaded: false, sessions: undefined, setActive: undefined },
    { isLoaded: false, signIn: undefined, setActive: undefined },
    { isLoaded: false, signUp: undefined, setActive: undefined },
    react.DEFAULT_URLS,
  ])
})
