/** How many tests ran in a phase, or why it broke. */
export interface Outcome {
  readonly passed: number
  readonly failed: number
  /** What failed and how, a few lines each: said once more at the end, where a log that was cut still has it. */
  readonly failures?: readonly string[]
}

/** One part of `npm test`. */
export interface Phase {
  /** What `--only` calls it; the suites below `e2e/` share the prefix `e2e/`. */
  readonly name: string
  /** What it does, for `--help`. */
  readonly about: string
  /** It waits much of its time and shares nothing, so it may run beside others that say so, too. */
  readonly beside?: true
  /**
   * @param say takes a line to show
   * @throws when it breaks before it can count, which is one failure
   */
  run(say: (line: string) => void): Promise<Outcome>
}

/** The outcome of a check that either holds or does not. */
export function verdict(holds: boolean): Outcome {
  return holds ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** Reads a closing line, `12 passed, 0 failed`; `null` when the line is another. */
export function parseCount(line: string): Outcome | null {
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/.exec(line.trim()) ?? []
  return passed === undefined || failed === undefined ? null : { passed: Number(passed), failed: Number(failed) }
}

/** The closing line of the whole run. */
export function printCount({ passed, failed }: Outcome): string {
  return `${passed} passed, ${failed} failed`
}

/** A run that ended with an error has failed at least once, whatever it counted. */
export function withExit(outcome: Outcome, code: number): Outcome {
  return code !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome
}
