import { auth } from '@clerk/nextjs/server'
import { BrowserUser } from '../components/browser-user'

export default async function Home() {
  const { userId, sessionId } = await auth()
  return (
    <main>
      <h1>Home</h1>
      <p>
        Server: <span data-testid="server-user">{userId ?? 'nobody'}</span>
        {', session '}
        <span data-testid="server-session">{sessionId ?? 'none'}</span>
      </p>
      <BrowserUser />
    </main>
  )
}
