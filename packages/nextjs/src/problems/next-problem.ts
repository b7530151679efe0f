import { problem, type Problem } from './problem.ts'

/** The first version of each line of Next.js that does not run code of strangers (CVE-2025-55182). Lines before these have no Server Functions of React 19. */
const MENDED: readonly (readonly [major: number, minor: number, patch: number])[] = [
  [15, 0, 5], [15, 1, 9], [15, 2, 6], [15, 3, 6], [15, 4, 8], [15, 5, 7], [16, 0, 7],
]

/** A version of Next.js that must not be used, `null` for every other, and for one that is not known. */
export function nextProblem(version: string | null): Problem | null {
  const [major, minor, patch] = (version ?? '').split('.').map(Number)
  const mended = MENDED.find((line) => line[0] === major && line[1] === minor)
  return mended === undefined || patch! >= mended[2] ? null : problem('next_vulnerable', `${version} ${mended.join('.')}`)
}
