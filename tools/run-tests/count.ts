import type { Outcome } from './phase.ts'

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
