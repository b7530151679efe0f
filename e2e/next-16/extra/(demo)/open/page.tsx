import { auth, SignInButton } from '@latchkey/nextjs'
import { Browser } from '../probe/browser'

/** Open to everybody, with a button that signs in without leaving the page. */
export default async function Open() {
  const { userId } = await auth()
  async function whoAmI() {
    'use server'
    return (await auth()).userId ?? 'nobody'
  }
  return (
    <section style={{ padding: '2rem' }}>
      <h1>Open</h1>
      <p data-testid="server-user">{userId ?? 'nobody'}</p>
      <Browser whoAmI={whoAmI} />
      <SignInButton mode="modal">
        <button type="button">Sign in here</button>
      </SignInButton>
    </section>
  )
}
