/** What the browser was told when it asked to prove something: what to answer to, or where to go. Not a secret from who asked. */
export type Disclosed = { readonly type: 'challenge'; readonly challenge: string } | { readonly type: 'redirect'; readonly url: string }
