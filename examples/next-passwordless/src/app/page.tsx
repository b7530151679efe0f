import { SignedIn, SignedOut } from '@latchkey/nextjs'
import Link from 'next/link'

export default function Home() {
  return (
    <section className="hero">
      <h1>No password to forget.</h1>
      <p className="lead">
        Enter your email, then open the link or enter the code we send. This page is static, and yet the header above knows you from the
        first frame.
      </p>
      <div className="actions">
        <SignedOut>
          <Link href="/auth/signup" className="primary">
            Create an account
          </Link>
          <Link href="/auth/signin" className="secondary">
            Sign in
          </Link>
        </SignedOut>
        <SignedIn>
          <Link href="/main" className="primary">
            Open the main page
          </Link>
        </SignedIn>
      </div>
    </section>
  )
}
