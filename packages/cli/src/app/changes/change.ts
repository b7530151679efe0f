/** A file as it is and as it is to be. */
export interface Change {
  /** From the app's folder. */
  readonly path: string
  /** `null` when there is no such file. */
  readonly before: string | null
  readonly after: string
  /** Holds secrets, so that only its owner may read it. */
  readonly secret?: boolean
}

/** What is to be done to an app: changes to files, or a step that only its author can take. */
export type Step = { readonly change: Change } | { readonly byHand: string }
