/** A sign-in that was wanted whole or not at all stopped at its second factor: what it had used up is as good as before. */
export class SecondFactorOwed extends Error {
  /** Whom the first factor proved. */
  readonly userId: string

  constructor(userId: string) {
    super('A second factor is owed')
    this.name = 'SecondFactorOwed'
    this.userId = userId
  }
}
