import { problem, type Problem } from './problem.ts'

type Version = readonly [major: number, minor: number, patch: number]

/**
 * The first version of each line of Next.js without CVE-2025-55182, by which any visitor can run code on the server. Lines before these
 * have no Server Functions of React 19.
 */
const SAFE_TO_RUN: readonly Version[] = [
  [15, 0, 5],
  [15, 1, 9],
  [15, 2, 6],
  [15, 3, 6],
  [15, 4, 8],
  [15, 5, 7],
  [16, 0, 7],
]

/** The first version of each major one whose middleware is asked whatever a path looks like (CVE-2026-44573, -44574, -44575, -45109). */
const GUARDED: readonly Version[] = [
  [15, 5, 18],
  [16, 2, 6],
]

/** A version of Next.js that must not be used, `null` for every other, and for one that is not known. */
export function nextProblem(version: string | null): Problem | null {
  const [major, minor, patch] = (version ?? '').split('.').map(Number)
  const safe = GUARDED.find((line) => line[0] === major)
  if (safe === undefined || minor! > safe[1] || (minor === safe[1] && patch! >= safe[2])) return null
  const run = SAFE_TO_RUN.find((line) => line[0] === major && line[1] === minor)
  return problem(run !== undefined && patch! < run[2] ? 'next_vulnerable' : 'next_bypassed', `${version} ${safe.join('.')}`)
}
