'use client'
import { useAuth, useUser } from '@latchkey/nextjs'
import { useState } from 'react'

/** The hooks, and buttons that ask by a server action and by the route handler. */
export function Browser({ whoAmI }: { whoAmI: () => Promise<string> }) {
  const { isLoaded, user } = useUser()
  const { getToken, signOut } = useAuth()
  const [said, say] = useState('')
  return (
    <div>
      <p data-testid="browser-user">{isLoaded ? (user?.primaryEmailAddress?.emailAddress ?? 'nobody') : 'loading'}</p>
      <p data-testid="said">{said}</p>
      <button type="button" onClick={async () => say(`action ${await whoAmI()}`)}>
        Ask by action
      </button>
      <button
        type="button"
        onClick={async () => {
          const answer = await fetch('/api/me')
          say(`handler ${answer.status} ${answer.ok ? ((await answer.json()) as { user: { id: string } }).user.id : ''}`)
        }}
      >
        Ask by handler
      </button>
      <button type="button" onClick={async () => say(`token ${(await getToken()) ?? 'none'}`)}>
        Token
      </button>
      <button type="button" onClick={() => signOut({ redirectUrl: '/' })}>
        Sign out by hook
      </button>
    </div>
  )
}
