import type { ReactNode } from 'react'

/**
 * The script that makes the first paint right. It is the same text for every app, so that a content security policy can name
 * its hash; the cookie's name is in an attribute of its element, as it is over http: over https no other host can set it. It
 * leaves no mark in the document that hydration would find.
 */
export const HINT_SCRIPT =
  '(function(d){var n=d.currentScript.dataset.latchkeyHint+"=in",' +
  'i=d.cookie.split("; ").indexOf(location.protocol=="https:"?n.replace("__","__Host-"):n)>=0,a=i?"in":"out",b=i?"out":"in";' +
  'window.__latchkey_hint=a;try{var s=new CSSStyleSheet;' +
  's.replaceSync("[data-lk-if="+a+"]{display:contents!important}[data-lk-if="+b+"]{display:none!important}");' +
  'd.adoptedStyleSheets=[...d.adoptedStyleSheets,s]}catch(e){}})(document)'

/** Its hash, for `script-src`: `'sha256-…'` with the quotes. */
export const HINT_SCRIPT_HASH = "'sha256-iKTKWq+w9cFJjoymB0K/8CCr3wgkZtpQGTG8HXv+ZI0='"

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
