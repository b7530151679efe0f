import { readFileSync } from 'node:fs'
import type { NextRequest } from 'next/server.js'
import type { ReactNode } from 'react'
import { describe, expect, test } from 'vitest'
import * as client from './index.client.ts'
import * as ours from './index.ts'

const {
  auth,
  authMiddleware,
  createLatchkeyClient,
  createRouteMatcher,
  currentUser,
  getAuth,
  isLatchkeyApiError,
  isLatchkeyError,
  latchkeyClient,
  LatchkeyFailed,
  LatchkeyLoaded,
  LatchkeyLoading,
  latchkeyMiddleware,
  LatchkeyProvider,
  Protect,
  RedirectToSignIn,
  redirectToSignIn,
  RedirectToSignUp,
  redirectToSignUp,
  RedirectToUserProfile,
  reverificationError,
  reverificationErrorResponse,
  Show,
  SignedIn,
  SignedOut,
  SignIn,
  SignInButton,
  SignOutButton,
  SignUp,
  SignUpButton,
  useAuth,
  useLatchkey,
  UserAvatar,
  UserButton,
  UserProfile,
  useReverification,
  useSession,
  useSessionList,
  useSignIn,
  useSignUp,
  useUser,
  verifyToken,
} = ours

// Nothing of this is called: that it compiles is the test. The names are those of docs/from-clerk.md.
const isProtected = (request: NextRequest) => createRouteMatcher(['/main(.*)'])(request)
const here: Readonly<Record<string, () => unknown>> = {
  'clerkMiddleware(handler, options)': () =>
    latchkeyMiddleware(async (authOf, request) => void (isProtected(request) && (await authOf.protect())), { publicRoutes: ['/'] }),
  'clerkMiddleware()': () => latchkeyMiddleware(),
  'clerkMiddleware(handler, (req) => options)': () =>
    latchkeyMiddleware(
      async () => {},
      (request) => ({ signInUrl: request.nextUrl.pathname }),
    ),
  createRouteMatcher: () => createRouteMatcher(['/a(.*)', '/b/:id', /^\/c/]),
  'auth.protect() in middleware': () =>
    latchkeyMiddleware(async (authOf): Promise<void> => void ((await authOf.protect()).userId satisfies string)),
  authMiddleware: () =>
    authMiddleware({
      publicRoutes: ['/'],
      ignoredRoutes: ['/x'],
      apiRoutes: ['/api(.*)'],
      beforeAuth: () => false,
      afterAuth: () => null,
      signInUrl: '/in',
    }),
  'auth()': async () => {
    const { userId, sessionId, sessionClaims, getToken, redirectToSignIn: toSignIn, redirectToSignUp: toSignUp } = await auth()
    return [userId, sessionId, sessionClaims, getToken, toSignIn, toSignUp]
  },
  'auth().has({ reverification })': async () => (await auth()).has({ reverification: 'strict' }) || reverificationError('strict'),
  reverificationErrorResponse: () => reverificationErrorResponse({ level: 'first_factor', afterMinutes: 5 }),
  'currentUser()': async () => (await currentUser())?.primaryEmailAddress?.emailAddress,
  'getAuth(req)': async () => (await getAuth(new Request('http://x'))).userId ?? (await getAuth({ headers: { cookie: 'a=b' } })).userId,
  redirectToSignIn: () => redirectToSignIn({ returnBackUrl: '/x' }),
  redirectToSignUp: () => redirectToSignUp({ returnBackUrl: '/x' }),
  'clerkClient()': async () => {
    const { users, sessions, clients, emailAddresses, signInTokens, testingTokens } = await Promise.resolve(latchkeyClient())
    return [users.getUserList, sessions, clients, emailAddresses, signInTokens, testingTokens]
  },
  createClerkClient: () => createLatchkeyClient({ secretKey: 'x', publishableKey: 'y' }).users.getUser('z'),
  verifyToken: () => verifyToken('x', { publishableKey: 'y' }),
  '<ClerkProvider>': () => (
    <LatchkeyProvider publishableKey="x" appearance={{}} signInUrl="/in" signUpUrl="/up" afterSignOutUrl="/" nonce="n" />
  ),
  '<ClerkProvider afterSignInUrl afterSignUpUrl>': () => <LatchkeyProvider afterSignInUrl="/x" afterSignUpUrl="/x" />,
  '<ClerkProvider signInFallbackRedirectUrl signUpFallbackRedirectUrl>': () => (
    <LatchkeyProvider signInFallbackRedirectUrl="/x" signUpFallbackRedirectUrl="/x" />
  ),
  '<SignIn path routing signUpUrl>': () => <SignIn path="/in" routing="path" signUpUrl="/up" />,
  '<SignIn redirectUrl fallbackRedirectUrl forceRedirectUrl>': () => (
    <SignIn redirectUrl="/a" fallbackRedirectUrl="/b" forceRedirectUrl="/c" />
  ),
  '<SignIn afterSignInUrl>': () => <SignIn afterSignInUrl="/a" afterSignUpUrl="/b" />,
  '<SignUp afterSignUpUrl>': () => <SignUp afterSignUpUrl="/a" />,
  '<SignUp unsafeMetadata initialValues>': () => <SignUp unsafeMetadata={{ a: 1 }} initialValues={{ emailAddress: 'a@b.test' }} />,
  '<SignInButton mode>': () => (
    <SignInButton mode="modal">
      <button type="button">In</button>
    </SignInButton>
  ),
  '<SignInButton afterSignInUrl redirectUrl>': () => <SignInButton afterSignInUrl="/a" afterSignUpUrl="/b" redirectUrl="/c" />,
  '<SignUpButton forceRedirectUrl fallbackRedirectUrl>': () => <SignUpButton forceRedirectUrl="/a" fallbackRedirectUrl="/b" />,
  '<SignOutButton redirectUrl>': () => <SignOutButton redirectUrl="/a" signOutOptions={{ sessionId: 'x' }} />,
  '<UserButton showName afterSignOutUrl userProfileMode userProfileUrl>': () => (
    <UserButton showName afterSignOutUrl="/" userProfileMode="navigation" userProfileUrl="/me" />
  ),
  '<UserProfile path routing>': () => <UserProfile path="/me" routing="path" />,
  '<UserAvatar>': () => <UserAvatar />,
  '<SignedIn>, <SignedOut>': () => [<SignedIn key="in">a</SignedIn>, <SignedOut key="out">b</SignedOut>],
  '<Show when>': () => [
    <Show key="in" when="signed-in" fallback="b">
      a
    </Show>,
    <Show key="f" when={({ user }) => user.firstName === 'A'} />,
  ],
  '<Protect>': (): ReactNode => <Protect fallback="no">yes</Protect>,
  '<ClerkLoaded>, <ClerkLoading>': () => [<LatchkeyLoaded key="a">a</LatchkeyLoaded>, <LatchkeyLoading key="b">b</LatchkeyLoading>],
  '<ClerkFailed>': () => <LatchkeyFailed>a</LatchkeyFailed>,
  '<RedirectToSignIn>, <RedirectToSignUp>': () => [
    <RedirectToSignIn key="in" afterSignInUrl="/a" redirectUrl="/b" />,
    <RedirectToSignUp key="up" />,
  ],
  '<RedirectToUserProfile>': () => <RedirectToUserProfile />,
  'appearance.baseTheme': () => <SignIn appearance={{ baseTheme: [] }} />,
  'appearance.variables.colorPrimary': () => <SignIn appearance={{ variables: { colorPrimary: 'red' } }} />,
  'appearance.elements': () => <SignIn appearance={{ elements: { card: 'mine', formButtonPrimary: { color: 'red' } } }} />,
  'appearance.layout.socialButtonsPlacement': () => (
    <SignIn appearance={{ layout: { socialButtonsPlacement: 'bottom', socialButtonsVariant: 'iconButton' } }} />
  ),
  'appearance.layout.logoImageUrl': () => <SignIn appearance={{ layout: { logoImageUrl: '/logo.svg' } }} />,
  'useUser()': () => (({ isLoaded, isSignedIn, user }: ReturnType<typeof useUser>) => [isLoaded, isSignedIn, user])(useUser()),
  'useAuth()': () =>
    (({ isLoaded, isSignedIn, userId, sessionId, getToken, signOut }: ReturnType<typeof useAuth>) => [
      isLoaded,
      isSignedIn,
      userId,
      sessionId,
      getToken,
      signOut,
    ])(useAuth()),
  'useSession()': () =>
    (({ isLoaded, isSignedIn, session }: ReturnType<typeof useSession>) => [isLoaded, isSignedIn, session])(useSession()),
  'useSessionList()': () =>
    (({ isLoaded, sessions, setActive }: ReturnType<typeof useSessionList>) => [isLoaded, sessions, setActive])(useSessionList()),
  'useSignIn()': () =>
    (({ isLoaded, signIn, setActive }: ReturnType<typeof useSignIn>) => [isLoaded, signIn?.create, setActive])(useSignIn()),
  'useSignUp()': () =>
    (({ isLoaded, signUp, setActive }: ReturnType<typeof useSignUp>) => [isLoaded, signUp?.create, setActive])(useSignUp()),
  'useClerk()': () => useLatchkey(),
  'useClerk().openSignIn()': () =>
    (({ openSignIn, openSignUp, openUserProfile }: ours.LatchkeyPage) => [
      openSignIn({ forceRedirectUrl: '/x' }),
      openSignUp(),
      openUserProfile(),
    ])(useLatchkey()),
  'useClerk().signOut()': () => (({ signOut }: ours.LatchkeyPage) => signOut({ redirectUrl: '/' }))(useLatchkey()),
  'useClerk().redirectToSignIn()': () =>
    (({ redirectToSignIn: go, redirectToSignUp: up, redirectToUserProfile: me }: ours.LatchkeyPage) => [
      go({ redirectUrl: '/x' }),
      up(),
      me(),
    ])(useLatchkey()),
  'useClerk().setActive()': () => (({ setActive }: ours.LatchkeyPage) => setActive({ session: 'x' }))(useLatchkey()),
  'useClerk().user': () => (({ user, session, loaded }: ours.LatchkeyPage) => [user?.id, session?.id, loaded])(useLatchkey()),
  'useClerk().addListener()': () => (({ subscribe, getSnapshot }: ours.LatchkeyPage) => subscribe(() => getSnapshot()))(useLatchkey()),
  'useReverification()': () => useReverification(async (id: string) => id)('x') satisfies Promise<string>,
  isClerkAPIResponseError: () => [isLatchkeyError(null), isLatchkeyApiError(null)],
}

type Has<Of, Key extends string> = [Key & keyof Of] extends [never] ? false : true
type Props<Of> = Of extends (props: infer Given, ...rest: never[]) => unknown ? NonNullable<Given> : never
type Awaits<Of> = Of extends () => Promise<infer Given> ? Given : never

// Each is `false` as long as there is no such thing: what comes to be one day does not compile here, and the line of the document changes.
const absent = {
  'auth.protect({ role })': false satisfies Has<Parameters<typeof auth.protect>, '0'>,
  'authMiddleware({ debug })': false satisfies Has<ours.AuthMiddlewareOptions, 'debug'>,
  'auth().has({ role })': false satisfies { role: string } extends Parameters<Awaits<typeof auth>['has']>[0] ? true : false,
  buildClerkProps: false satisfies Has<typeof ours, 'buildClerkProps' | 'buildLatchkeyProps'>,
  'clerkClient().organizations': false satisfies Has<ours.LatchkeyClient, 'organizations'>,
  withClerkMiddleware: false satisfies Has<typeof ours, 'withClerkMiddleware' | 'withLatchkeyMiddleware'>,
  verifyWebhook: false satisfies Has<typeof ours, 'verifyWebhook'>,
  '<ClerkProvider localization>': false satisfies Has<ours.LatchkeyProviderProps, 'localization'>,
  '<SignIn transferable>': false satisfies Has<ours.SignInProps, 'transferable'>,
  '<UserButton.MenuItems>': false satisfies Has<typeof UserButton, 'MenuItems'>,
  '<Show when={{ role }}>': false satisfies { role: string } extends Props<typeof Show>['when'] ? true : false,
  '<Protect role>': false satisfies Has<Props<typeof Protect>, 'role' | 'permission' | 'condition'>,
  '<ClerkDegraded>': false satisfies Has<typeof ours, 'LatchkeyDegraded'>,
  '<AuthenticateWithRedirectCallback>': false satisfies Has<typeof ours, 'AuthenticateWithRedirectCallback'>,
  '<OrganizationSwitcher>': false satisfies Has<typeof ours, 'OrganizationSwitcher'>,
  '<GoogleOneTap>': false satisfies Has<typeof ours, 'GoogleOneTap'>,
  '<Waitlist>': false satisfies Has<typeof ours, 'Waitlist'>,
  '<MultisessionAppSupport>': false satisfies Has<typeof ours, 'MultisessionAppSupport'>,
  'appearance.captcha': false satisfies Has<ours.Appearance, 'captcha'>,
  'useAuth().has': false satisfies Has<ReturnType<typeof useAuth>, 'has'>,
  'useSignIn().fetchStatus': false satisfies Has<ReturnType<typeof useSignIn>, 'fetchStatus'>,
  'useEmailLink()': false satisfies Has<typeof ours, 'useEmailLink'>,
  'useMagicLink()': false satisfies Has<typeof ours, 'useMagicLink'>,
  'useOrganization()': false satisfies Has<typeof ours, 'useOrganization'>,
  withUser: false satisfies Has<typeof ours, 'withUser'>,
}

const document = readFileSync(new URL('../../../docs/from-clerk.md', import.meta.url), 'utf8')
const rows = document
  .slice(0, document.indexOf('## Environment'))
  .split('\n')
  .flatMap((line) => {
    const cells = /^\| (`.*?) \| (.+?) \|(.*)\|$/.exec(line)
    return cells === null ? [] : [{ name: cells[1]!.replaceAll('`', ''), here: cells[2]!, note: cells[3]!.trim() }]
  })

describe('docs/from-clerk.md', () => {
  test('says of every name that compiles here that it is here', () => {
    expect(rows.filter((row) => row.here !== '—').map(({ name }) => name)).toEqual(Object.keys(here))
  })

  test('says of every name that is absent what to do instead', () => {
    const missing = rows.filter((row) => row.here === '—')
    expect(missing.map(({ name }) => name)).toEqual(Object.keys(absent))
    for (const { name, note } of missing) expect([name, note.length > 4]).toEqual([name, true])
  })

  test('names what is exported, on the server or in the browser', () => {
    const exported = new Set([...Object.keys(ours), ...Object.keys(client)])
    for (const { here: text } of rows) {
      for (const [, name = ''] of text.matchAll(/`(?:await )?<?(\w+)/g))
        if (!/^(?:auth|appearance)$/.test(name)) expect([name, exported.has(name)]).toEqual([name, true])
    }
  })

  test('names variables that are read', () => {
    const read = readFileSync(new URL('platform/environment.ts', import.meta.url), 'utf8')
    for (const [name] of document.matchAll(/\b(?:NEXT_PUBLIC_)?LATCHKEY_[A-Z_]+/g)) expect(read).toContain(name)
  })
})
