import { auth } from '@clerk/nextjs'

export default function Home() {
  const { userId } = auth()
  return (
    <main>
      <h1>Home</h1>
      <p>
        Server: <span data-testid="server-user">{userId ?? 'nobody'}</span>
      </p>
    </main>
  )
}
