import { RedirectToSignIn, SignOutButton } from '@latchkey/react'
import { UserProfile } from '@latchkey/ui'

/** The account, with the ways away from it. */
export default function UserPage({ continueUrl }: { readonly continueUrl: string | null }) {
  return (
    <div className="account">
      <nav className="away" aria-label="Account">
        {continueUrl === null ? <span /> : <a href={continueUrl}>Back</a>}
        <SignOutButton>
          <button type="button">Sign out</button>
        </SignOutButton>
      </nav>
      <UserProfile />
      <RedirectToSignIn />
    </div>
  )
}
