import { createLatchkey } from '@latchkey/js'
import { LatchkeyProvider } from '@latchkey/react'
import { system } from '@latchkey/themes'
import { AppearanceProvider, SignIn, SignUp } from '@latchkey/ui'
import { type ComponentType, useState } from 'react'
import { onwardsUrl, type PageData } from './page-data.ts'

/** What the page of the account takes. */
export interface AccountProps {
  readonly continueUrl: string | null
}

/** What a page is drawn from. */
export interface HostedPageProps {
  readonly data: PageData
  /** Of the page's policy, which takes no style attributes. */
  readonly nonce: string
  /** What the account is drawn with; apart, since a sign-in page has no use for it. */
  readonly Account: ComponentType<AccountProps> | null
}

/** One of the three pages, drawn from the components: at the server first, then in the browser, which takes over what stands there. */
export function HostedPage({ data, nonce, Account }: HostedPageProps) {
  const { page, publishableKey, baseUrl, continueUrl, primary, environment, client } = data
  const [latchkey] = useState(() => createLatchkey({ publishableKey, baseUrl, environment, ...(client !== null && { client }) }))
  const onwards = onwardsUrl(data)
  const query = continueUrl === null ? '' : `?${new URLSearchParams({ redirect_url: continueUrl })}`
  const signInUrl = `${baseUrl}/sign-in${query}`
  const urls = {
    signInUrl,
    signUpUrl: `${baseUrl}/sign-up${query}`,
    fallbackRedirectUrl: onwards,
    afterSignOutUrl: signInUrl,
    userProfileUrl: `${baseUrl}/user`,
    plainBaseUrl: baseUrl,
  }
  return (
    <LatchkeyProvider latchkey={latchkey} urls={urls}>
      <AppearanceProvider nonce={nonce} appearance={{ theme: system, ...(primary !== null && { variables: { colorPrimary: primary } }) }}>
        {page === 'sign-in' && <SignIn forceRedirectUrl={onwards} signUpUrl={urls.signUpUrl} />}
        {page === 'sign-up' && <SignUp forceRedirectUrl={onwards} signInUrl={urls.signInUrl} />}
        {Account && <Account continueUrl={continueUrl} />}
      </AppearanceProvider>
    </LatchkeyProvider>
  )
}
