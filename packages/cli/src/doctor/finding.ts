/** One thing that was looked at. */
export interface Finding {
  /** What it is about, in a word or two: stable, for programs. */
  readonly about: string
  readonly ok: boolean
  /** What was found; where it is not right, with what to do. */
  readonly sentence: string
}

/** It is as it should be. */
export const good = (about: string, sentence: string): Finding => ({ about, ok: true, sentence })

/** It is not. @param remedy what to do, a sentence */
export const bad = (about: string, what: string, remedy: string): Finding => ({ about, ok: false, sentence: `${what} ${remedy}` })
