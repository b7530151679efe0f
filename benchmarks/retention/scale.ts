/** Sign-ins of a simulated day: what is counted is multiplied up to {@link ASKED_PER_DAY}. */
export const perDay = 200
/** Sessions live for a week and their rows for 90 days more: two weeks later nothing grows but the audit trail. */
export const days = 112
/** What the figures are given for. */
export const ASKED_PER_DAY = 10_000

/** What the simulation found. */
export interface Year {
  readonly tables: readonly {
    readonly name: string
    readonly rows: number
    readonly rowsAWeekBefore: number
    /** With its indexes. */
    readonly bytes: number
  }[]
  /** Of the last two weeks, the janitor's rests included. */
  readonly purgedPerSecond: number
  readonly purgedPerDay: number
}
