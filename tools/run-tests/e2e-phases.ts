import { globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { command } from './command.ts'
import { parseCount, type Phase, withExit } from './phase.ts'

/**
 * One phase per directory below `e2e/` that has journeys in `*.spec.ts`, walked by Playwright's runner on ports of their own. Its output is
 * shown but for the closing line, which is read.
 */
export function e2ePhases(root: string): readonly Phase[] {
  const suites = new Set(globSync('*/*.spec.ts', { cwd: join(root, 'e2e') }).map((file) => dirname(file)))
  return [...suites].toSorted().map((suite) => suitePhase(root, suite))
}

function suitePhase(root: string, suite: string): Phase {
  const runner = join(root, 'node_modules/@playwright/test/cli.js')
  const parameters = [runner, 'test', '--config', join(root, 'playwright.config.ts'), '--project', suite]
  return {
    name: `e2e/${suite}`,
    about: `end to end: playwright test --project ${suite}`,
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
