'use client'

import { UserButton, useUser } from '@clerk/nextjs'
import Link from 'next/link'
import { useMounted } from './AfterMount'

/** Navigation; the avatar once the user is known to be signed in, the links to the auth page otherwise. */
export function Header() {
  const { isLoaded, isSignedIn, user } = useUser()
  const mounted = useMounted()
  return (
    <header style={{ display: 'flex', gap: '1rem', alignItems: 'center', minHeight: '3rem' }}>
      <Link href="/">Home</Link>
      <Link href="/main">Main</Link>
      {mounted && isLoaded && isSignedIn ? (
        <>
          <span data-testid="browser-user">{user.primaryEmailAddress?.emailAddress}</span>
          <UserButton afterSignOutUrl="/" />
        </>
      ) : (
        <>
          <Link href="/auth/signin">Sign in</Link>
          <Link href="/auth/signup">Sign up</Link>
        </>
      )}
    </header>
  )
}
