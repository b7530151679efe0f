import { SignOutButton, currentUser } from '@clerk/nextjs'

export default async function Main() {
  const user = await currentUser()
  return (
    <main>
      <h1>Main</h1>
      <p data-testid="greeting">
        Hello, {user?.firstName} {user?.lastName} ({user?.emailAddresses[0]?.emailAddress})
      </p>
      <SignOutButton>
        <button type="button">Sign out here</button>
      </SignOutButton>
    </main>
  )
}
