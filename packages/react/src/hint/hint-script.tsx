import type { ReactNode } from 'react'
import { HINT_SCRIPT } from './hint-script-text.ts'

/** What the script needs. */
export interface HintScriptProps {
  /** Name of the readable cookie that says `in` while somebody is signed in. */
  readonly cookieName: string
  /** For a content security policy with nonces; one with hashes names `HINT_SCRIPT_HASH`. */
  readonly nonce?: string | undefined
}

/** The first thing in `<body>`: from the first frame on, `<SignedIn>` and `<SignedOut>` show what the cookie says, on static pages too. */
export function HintScript({ cookieName, nonce }: HintScriptProps): ReactNode {
  return <script nonce={nonce} data-latchkey-hint={cookieName} dangerouslySetInnerHTML={{ __html: HINT_SCRIPT }} />
}
