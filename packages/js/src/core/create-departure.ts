/** Whether the page is about to be left because somebody asked for it. */
export interface Departure {
  /** Somebody asked, and what has to be done first is under way. */
  begin(): void
  /** Done; the page is left now. */
  leave(): void
  /** Not after all. */
  stay(): void
  /** Is it on its way still? */
  underway(): boolean
}

/** A framework that has not left the page after this long will not. */
const patienceMs = 3_000

/** Makes it. @param here the address of the page */
export function createDeparture({ here, now }: { here(): URL | null; now(): number }): Departure {
  let from: string | null = null
  let left = Number.POSITIVE_INFINITY
  return {
    begin() {
      from = here()?.href ?? ''
      left = Number.POSITIVE_INFINITY
    },
    leave: () => void (left = now()),
    stay: () => void (from = null),
    underway: () => from !== null && from === (here()?.href ?? '') && now() - left < patienceMs,
  }
}
