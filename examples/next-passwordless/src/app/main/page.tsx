import { currentUser, SignOutButton } from '@latchkey/nextjs'

export default async function Main() {
  const user = await currentUser()
  const name = [user?.firstName, user?.lastName].filter(Boolean).join(' ') || user?.primaryEmailAddress?.emailAddress || 'friend'
  return (
    <section className="hero">
      <h1>{`Welcome, ${name}!`}</h1>
      <p className="lead">Only people who are signed in see this page. It was rendered on the server, which knows who you are.</p>
      <div className="actions">
        <SignOutButton>
          <button type="button" className="secondary">
            Sign out
          </button>
        </SignOutButton>
      </div>
    </section>
  )
}
