import { SignOutButton } from '@clerk/nextjs'
import { currentUser } from '@clerk/nextjs/server'
import { AfterMount } from '../../components/after-mount'

export default async function Main() {
  const user = await currentUser()
  const name = [user?.firstName, user?.lastName].filter(Boolean).join(' ') || 'stranger'
  return (
    <main>
      <h1>Main</h1>
      <p data-testid="greeting">
        Hello, {name} ({user?.emailAddresses[0]?.emailAddress})
      </p>
      <AfterMount>
        <SignOutButton>
          <button type="button">Sign out here</button>
        </SignOutButton>
      </AfterMount>
    </main>
  )
}
