import { SignedIn, SignedOut, UserButton, useUser } from '@latchkey/nextjs'

/** A component as an app has it. */
export function Header() {
  const { user } = useUser()
  return (
    <header>
      <SignedIn>
        <p>Hello {user?.firstName}</p>
        <UserButton showName />
      </SignedIn>
      <SignedOut>
        <p>Nobody</p>
      </SignedOut>
    </header>
  )
}
