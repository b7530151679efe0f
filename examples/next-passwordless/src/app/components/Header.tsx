'use client'
import { SignedIn, SignedOut, UserButton } from '@latchkey/nextjs'
import Link from 'next/link'

export function Header() {
  return (
    <header className="header">
      <Link href="/" className="brand">
        <span className="brandMark" aria-hidden="true" />
        <span className="brandName">My app</span>
      </Link>
      <nav className="nav" aria-label="Main">
        <SignedOut>
          <Link href="/auth/signup" className="navLink">
            Sign up
          </Link>
          <Link href="/auth/signin" className="navButton">
            Sign in
          </Link>
        </SignedOut>
        <SignedIn>
          <Link href="/main" className="navLink">
            Main
          </Link>
          <UserButton showName afterSignOutUrl="/" />
        </SignedIn>
      </nav>
    </header>
  )
}
