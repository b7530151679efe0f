import type { Latchkey } from '@latchkey/js'
import { type ReactNode, StrictMode, useEffect, useState } from 'react'
import {
  HintScript,
  LatchkeyProvider,
  ModalContext,
  RedirectToSignIn,
  Show,
  SignedIn,
  SignedOut,
  SignInButton,
  SignOutButton,
  SignUpButton,
} from '../../index.ts'

/** What the page needs. */
export interface FirstPaintPageProps {
  readonly latchkey: Latchkey
  readonly nonce?: string | undefined
}

/** A whole document whose header depends on who is signed in, in two heights, so that a change of mind moves what is below. */
export function FirstPaintPage({ latchkey, nonce }: FirstPaintPageProps): ReactNode {
  return (
    <StrictMode>
      <html lang="en">
        <head>
          <title>First paint</title>
          <link rel="icon" href="data:," />
          <link rel="stylesheet" href="/branches.css" />
        </head>
        <body>
          <HintScript cookieName="hint" nonce={nonce} />
          <LatchkeyProvider latchkey={latchkey}>
            <header>
              <SignedOut>
                <a href="/sign-in" className="out">
                  Sign in
                </a>
                <RedirectToSignIn forceRedirectUrl="/only-when-really-signed-out" />
              </SignedOut>
              <SignedIn>
                <div className="in">
                  <Counter />
                </div>
              </SignedIn>
              <Show when="signed-in" fallback={<p className="out">Nobody</p>}>
                <p className="in">Somebody</p>
              </Show>
            </header>
            <main>
              <p>What is below.</p>
            </main>
            <footer>
              <Buttons />
            </footer>
            <Hydrated />
          </LatchkeyProvider>
        </body>
      </html>
    </StrictMode>
  )
}

/**
 * Every button, around a text and around an element, and a modal of which one sees what it was opened with. Each has a line of its own:
 * in one line those that are there already move by a hair when a higher one comes out of the parser after the first frame.
 */
function Buttons(): ReactNode {
  const [opened, setOpened] = useState('')
  return (
    <ModalContext value={(...of) => setOpened(JSON.stringify(of))}>
      <p>
        <SignInButton>Sign in</SignInButton>
      </p>
      <p>
        <SignUpButton fallbackRedirectUrl="/welcome">
          <button type="button">Join</button>
        </SignUpButton>
      </p>
      <p>
        <SignUpButton mode="modal" forceRedirectUrl="/welcome">
          Join here
        </SignUpButton>
      </p>
      <p>
        <SignOutButton redirectUrl="/bye">
          <button type="button">Leave</button>
        </SignOutButton>
      </p>
      <p>
        <SignOutButton>
          <button type="button" onClick={(event) => event.preventDefault()}>
            Stay
          </button>
        </SignOutButton>
      </p>
      <p>
        <samp>{opened}</samp>
      </p>
    </ModalContext>
  )
}

/** Keeps a number, by which one sees that it is the same one later. */
function Counter(): ReactNode {
  const [count, setCount] = useState(0)
  return (
    <button type="button" className="tall" onClick={() => setCount(count + 1)}>
      Account {count}
    </button>
  )
}

/** Says in the document when the page listens. */
function Hydrated(): ReactNode {
  const [text, setText] = useState('')
  useEffect(() => setText('hydrated'), [])
  return <output>{text}</output>
}
