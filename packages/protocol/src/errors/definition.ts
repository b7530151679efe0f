/** What the table knows of one code. Both texts are plain sentences that end with a period. */
export interface ErrorDefinition {
  /** The HTTP status it is answered with. */
  readonly status: number
  /** One short sentence, for a title or a log. */
  readonly message: string
  /** What happened and what to do, for the person who reads it in a card. */
  readonly longMessage: string
}
