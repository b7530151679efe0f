import { LatchkeyProvider, SignedIn, SignedOut, SignInButton, UserButton } from '@latchkey/nextjs'
import { dark } from '@latchkey/themes'
import { headers } from 'next/headers'

/** The header of the README, on a page with a nonce. */
export default async function StrictLayout({ children }: { children: React.ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? ''
  return (
    <html lang="en">
      <head>
        <link rel="icon" href="data:," />
      </head>
      <LatchkeyProvider nonce={nonce} appearance={{ baseTheme: dark }}>
        <body>
          <header>
            <SignedOut>
              <SignInButton />
            </SignedOut>
            <SignedIn>
              <UserButton showName />
            </SignedIn>
          </header>
          {children}
        </body>
      </LatchkeyProvider>
    </html>
  )
}
