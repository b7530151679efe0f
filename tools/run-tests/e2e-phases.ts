import { existsSync, globSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { command } from './command.ts'
import { parseCount, type Phase, withExit } from './phase.ts'

/**
 * One phase per directory below `e2e/` that has a `run.ts`, or journeys in `*.spec.ts` for Playwright's runner; each on ports of its own.
 * Its output is shown but for the closing line, which is read.
 */
export function e2ePhases(root: string): readonly Phase[] {
  const directory = join(root, 'e2e')
  const names = existsSync(directory) ? readdirSync(directory).toSorted() : []
  return names.flatMap((suite) => {
    const walk = walkOf(root, suite)
    return walk === null ? [] : [suitePhase(suite, walk)]
  })
}

/** How a suite is walked; `null` for a directory that is none. */
interface Walk {
  readonly about: string
  /** What this Node is called with. */
  readonly parameters: readonly string[]
}

function walkOf(root: string, suite: string): Walk | null {
  const directory = join(root, 'e2e', suite)
  if (existsSync(join(directory, 'run.ts'))) return { about: `e2e/${suite}/run.ts`, parameters: [join(directory, 'run.ts')] }
  if (globSync('*.spec.ts', { cwd: directory }).length === 0) return null
  const parameters = ['test', '--config', join(root, 'playwright.config.ts'), '--project', suite]
  return { about: `playwright test --project ${suite}`, parameters: [join(root, 'node_modules/@playwright/test/cli.js'), ...parameters] }
}

function suitePhase(suite: string, { about, parameters }: Walk): Phase {
  return {
    name: `e2e/${suite}`,
    about: `end to end: ${about}`,
    beside: true,
    run: async (say) => {
      let last = ''
      const failed = failedJourneys()
      const line = (text: string) => {
        failed.line(text)
        if (parseCount(text) === null) say(text)
        if (text.trim() !== '') last = text
      }
      const code = await command(process.execPath, parameters, { limit: 45, line })
      const outcome = parseCount(last)
      if (outcome === null) throw new Error(`It ended with ${code} and did not close with "N passed, N failed".`)
      return withExit({ ...outcome, failures: failed.failures }, code)
    },
  }
}

/**
 * Collects what failed from the lines a suite prints: a title behind `✗ `, and what it says of it indented below.
 * @returns what to tell every line to, in order, and what has failed so far
 */
export function failedJourneys(): { readonly line: (text: string) => void; readonly failures: readonly string[] } {
  const failures: string[] = []
  let below = false
  const line = (text: string) => {
    const title = text.startsWith('✗ ')
    if (title) failures.push(text.slice(2))
    below = title || (below && text.startsWith('    '))
    if (below && !title) failures.push(`${failures.pop()}\n${text}`)
  }
  return { line, failures }
}
