/** What a strategy found proven. Never who is signed in: the flow decides that. */
export type Proof = { readonly type: 'address'; readonly address: string } | { readonly type: 'credential'; readonly userId: string }
