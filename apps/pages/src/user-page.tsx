import { RedirectToSignIn, SignOutButton } from '@latchkey/react'
import { UserProfile, useWords } from '@latchkey/ui'

/** The account, with the ways away from it. */
export default function UserPage({ continueUrl }: { readonly continueUrl: string | null }) {
  const { action, userButton } = useWords()
  return (
    <div className="account">
      <nav className="away" aria-label={userButton.menu}>
        {continueUrl === null ? <span /> : <a href={continueUrl}>{action.back}</a>}
        <SignOutButton>
          <button type="button">{action.signOut}</button>
        </SignOutButton>
      </nav>
      <UserProfile />
      <RedirectToSignIn />
    </div>
  )
}
