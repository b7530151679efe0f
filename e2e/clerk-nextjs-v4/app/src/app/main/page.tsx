import { SignOutButton, currentUser } from '@clerk/nextjs'
import { AfterMount } from '../components/AfterMount'

export default async function Main() {
  const user = await currentUser()
  return (
    <main>
      <h1>Main</h1>
      <p data-testid="greeting">
        Hello, {user?.firstName} {user?.lastName} ({user?.emailAddresses[0]?.emailAddress})
      </p>
      <AfterMount>
        <SignOutButton>
          <button type="button">Sign out here</button>
        </SignOutButton>
      </AfterMount>
    </main>
  )
}
