'use client'

import { useAuth, useUser } from '@clerk/nextjs'
import { useState } from 'react'
import { useMounted } from './after-mount'

/** What the browser knows of the user, and a button that asks the server for a fresh token. */
export function BrowserUser() {
  const { isLoaded, user } = useUser()
  const { getToken } = useAuth()
  const [token, setToken] = useState('')
  const mounted = useMounted()
  if (!mounted || !isLoaded) return <p data-testid="browser-user">loading</p>
  return (
    <section>
      <p data-testid="browser-user">{user ? `${user.id} ${user.primaryEmailAddress?.emailAddress}` : 'nobody'}</p>
      <button type="button" onClick={async () => setToken((await getToken({ skipCache: true })) ?? 'none')}>
        Fresh token
      </button>
      <p data-testid="token">{token}</p>
    </section>
  )
}
