import { RedirectToSignIn, SignOutButton } from '@latchkey/react'
import { ReverificationProvider, UserProfile, useWords } from '@latchkey/ui'
import type { AccountProps } from './hosted-page.tsx'

/** The account, with the ways away from it. */
export default function UserPage({ continueUrl }: AccountProps) {
  const { action, userButton } = useWords()
  return (
    <div className="account">
      <nav className="away" aria-label={userButton.menu}>
        {continueUrl === null ? <span /> : <a href={continueUrl}>{action.back}</a>}
        <SignOutButton>
          <button type="button">{action.signOut}</button>
        </SignOutButton>
      </nav>
      <ReverificationProvider>
        <UserProfile />
      </ReverificationProvider>
      <RedirectToSignIn />
    </div>
  )
}
