import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { command } from './command.ts'
import { type Outcome, type Phase, withExit } from './phase.ts'

/** What of Vitest's JSON report is read here. */
export interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

/** Every test of the packages and tools, storage and HTTP on both databases. */
export const unitPhase: Phase = {
  name: 'unit',
  about: 'unit, storage and HTTP tests (Vitest; SQLite and an embedded PostgreSQL)',
  run: () => vitest([], {}),
}

/** What starts a browser, a process or a PostgreSQL, or walks through every endpoint. */
const SLOW = [
  'packages/cli/**',
  'packages/react/src/first-paint.test.ts',
  'packages/server/src/{delivery,http/walk,storage/postgres}/**',
  'packages/server/src/storage/users/list-users-plans.test.ts',
  'packages/ui/src/testing/gallery/**',
  '{regressions,tools,e2e,scripts,benchmarks}/**',
]

/** The rest of it on SQLite, for every save. */
export const quickPhase: Phase = {
  name: 'quick',
  about: 'unit, storage and HTTP tests on SQLite, without those that start browsers or processes',
  beside: true,
  run: () => vitest([...SLOW.flatMap((files) => ['--exclude', files]), '--silent'], { LATCHKEY_TEST_DATABASES: 'sqlite' }),
}

async function vitest(more: readonly string[], env: { readonly [name: string]: string }): Promise<Outcome> {
  const directory = mkdtempSync(join(tmpdir(), 'latchkey-report-'))
  try {
    const report = join(directory, 'report.json')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const code = await command(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...more], { limit: 30, env })
    if (!existsSync(report)) throw new Error(`Vitest ended with ${code} and wrote no report.`)
    return withExit(countReport(JSON.parse(readFileSync(report, 'utf8')) as VitestReport), code)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** Counts a report and tells what failed. A file that could not be loaded has no tests to fail and counts as one failure itself. */
export function countReport({ numPassedTests, numFailedTests, testResults }: VitestReport): Outcome {
  const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed')
    if (status === 'failed' && failed.length === 0) return [beginning(`${name}\n${message}`)]
    return failed.map(({ fullName, failureMessages }) => beginning(`${name} > ${fullName}\n${failureMessages.join('\n')}`))
  })
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  )
  return { passed: numPassedTests, failed: numFailedTests + broken.length, failures }
}

/** What Vitest has shown whole already: the first lines are enough to find it again. */
function beginning(text: string): string {
  return text.split('\n').slice(0, 20).join('\n    ').trimEnd()
}
