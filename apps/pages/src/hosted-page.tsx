import { createLatchkey } from '@latchkey/js'
import { LatchkeyProvider } from '@latchkey/react'
import { system } from '@latchkey/themes'
import { AppearanceProvider, SignIn, SignUp } from '@latchkey/ui'
import { lazy, Suspense, useState } from 'react'
import { onwardsUrl, type PageData, type Typed } from './page-data.ts'

const UserPage = lazy(() => import('./user-page.tsx'))

/** One of the three pages, drawn from the components. */
export function HostedPage({ data, typed }: { readonly data: PageData; readonly typed: Typed }) {
  const { page, publishableKey, baseUrl, continueUrl, primary } = data
  const [latchkey] = useState(() => createLatchkey({ publishableKey, baseUrl }))
  const onwards = onwardsUrl(data, location.origin)
  const query = continueUrl === null ? '' : `?${new URLSearchParams({ redirect_url: continueUrl })}`
  const signInUrl = `${baseUrl}/sign-in${query}`
  const urls = {
    signInUrl,
    signUpUrl: `${baseUrl}/sign-up${query}`,
    fallbackRedirectUrl: onwards,
    afterSignOutUrl: signInUrl,
    userProfileUrl: `${baseUrl}/user`,
  }
  return (
    <LatchkeyProvider latchkey={latchkey} urls={urls}>
      <AppearanceProvider appearance={{ theme: system, ...(primary !== null && { variables: { colorPrimary: primary } }) }}>
        {page === 'sign-in' && <SignIn forceRedirectUrl={onwards} signUpUrl={urls.signUpUrl} initialValues={typed} />}
        {page === 'sign-up' && <SignUp forceRedirectUrl={onwards} signInUrl={urls.signInUrl} initialValues={typed} />}
        {page === 'user' && (
          <Suspense>
            <UserPage continueUrl={continueUrl} />
          </Suspense>
        )}
      </AppearanceProvider>
    </LatchkeyProvider>
  )
}
