import { problem, type Problem } from './problem.ts'

/** Below this nobody needs to know. */
const worthTellingMs = 5000

/** Clocks that differ, `null` when they do not. @param ahead by how much the server's is ahead of the app's, in milliseconds */
export function clockProblem(ahead: number): Problem | null {
  return Math.abs(ahead) < worthTellingMs ? null : problem('clocks_differ', String(Math.round(ahead / 1000)))
}
