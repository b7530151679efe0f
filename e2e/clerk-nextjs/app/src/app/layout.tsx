import { ClerkProvider, Show, UserButton } from '@clerk/nextjs'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { AfterMount } from '../components/after-mount'

export const metadata = { title: 'Latchkey, asked by the latest Clerk SDK' }

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body style={{ fontFamily: 'system-ui', margin: '1rem' }}>
        <ClerkProvider>
          <header style={{ display: 'flex', gap: '1rem', alignItems: 'center', minHeight: '3rem' }}>
            <Link href="/">Home</Link>
            <Link href="/main">Main</Link>
            <Link href="/user">Profile</Link>
            <Show when="signed-out">
              <Link href="/sign-in">Sign in</Link>
              <Link href="/sign-up">Sign up</Link>
            </Show>
            <Show when="signed-in">
              <AfterMount>
                <UserButton />
              </AfterMount>
            </Show>
          </header>
          {children}
        </ClerkProvider>
      </body>
    </html>
  )
}
