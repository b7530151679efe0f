import { auth, SignedIn, SignedOut } from '@latchkey/nextjs'
import Link from 'next/link'
import { Browser } from './browser'

/** What server and browser know of who is here. */
export default async function Probe() {
  const { userId, sessionId } = await auth()
  async function whoAmI() {
    'use server'
    const { userId } = await auth()
    return userId ?? 'nobody'
  }
  return (
    <section style={{ padding: '2rem' }}>
      <h1>Probe</h1>
      <p data-testid="server-user">{userId ?? 'nobody'}</p>
      <p data-testid="server-session">{sessionId ?? 'none'}</p>
      <Browser whoAmI={whoAmI} />
      <SignedIn>
        <p data-testid="signed-in">in</p>
      </SignedIn>
      <SignedOut>
        <p data-testid="signed-out">out</p>
      </SignedOut>
      <Link href="/main">To the main page</Link>
    </section>
  )
}
