import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { command } from './command.ts'
import { withExit } from './count.ts'
import type { Outcome, Phase } from './phase.ts'

/** What of Vitest's JSON report is read here. */
export interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly { readonly status: string }[] }[]
}

/** Every test of the packages and tools, storage and HTTP on both databases. */
export const unitPhase: Phase = {
  name: 'unit',
  about: 'unit, storage and HTTP tests (Vitest; SQLite and an embedded PostgreSQL)',
  run: async () => {
    const directory = mkdtempSync(join(tmpdir(), 'latchkey-report-'))
    try {
      const report = join(directory, 'report.json')
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
      const code = await command(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...reporters], { limit: 30 })
      if (!existsSync(report)) throw new Error(`Vitest ended with ${code} and wrote no report.`)
      return withExit(countReport(JSON.parse(readFileSync(report, 'utf8')) as VitestReport), code)
    } finally {
      rmSync(directory, { recursive: true, force: true })
    }
  },
}

/** Counts a report. A file that could not be loaded has no tests to fail and counts as one failure itself. */
export function countReport({ numPassedTests, numFailedTests, testResults }: VitestReport): Outcome {
  const broken = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed'))
  return { passed: numPassedTests, failed: numFailedTests + broken.length }
}
