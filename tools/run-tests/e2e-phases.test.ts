import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { e2ePhases, failedJourneys } from './e2e-phases.ts'
import type { Outcome } from './phase.ts'

/** Runs suites given by their `run.ts`; what each came to, an error by its message, and what was shown. */
async function run(suites: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(inject('scratch'), 'e2e-'))
  mkdirSync(join(root, 'e2e/support'), { recursive: true })
  for (const [name, script] of Object.entries(suites)) {
    mkdirSync(join(root, 'e2e', name))
    writeFileSync(join(root, 'e2e', name, 'run.ts'), script)
  }
  const shown: string[] = []
  const outcomes: Record<string, Outcome | string> = {}
  for (const phase of e2ePhases(root))
    outcomes[phase.name] = await phase.run((line) => shown.push(line)).catch((error: Error) => error.message)
  return { outcomes, shown }
}

test('suites are found by their run.ts, and their closing lines are read instead of shown', async () => {
  const { outcomes, shown } = await run({
    good: `console.log('✓ a visit'); console.log('2 passed, 0 failed')`,
    bad: `console.log('✗ a visit\\n    No door.\\n1 passed, 1 failed\\n'); process.exitCode = 1`,
    quiet: `console.log('fine')`,
    talkative: `console.log('2 passed, 0 failed'); console.log('and then it hung')`,
    liar: `console.log('2 passed, 0 failed'); process.exitCode = 3`,
    crash: `console.log('1 passed, 0 failed'); process.kill(process.pid, 'SIGKILL')`,
  })
  expect(outcomes).toEqual({
    'e2e/good': { passed: 2, failed: 0, failures: [] },
    'e2e/bad': { passed: 1, failed: 1, failures: ['a visit\n    No door.'] },
    'e2e/quiet': 'It ended with 0 and did not close with "N passed, N failed".',
    'e2e/talkative': 'It ended with 0 and did not close with "N passed, N failed".',
    'e2e/liar': { passed: 2, failed: 1, failures: [] },
    'e2e/crash': { passed: 1, failed: 1, failures: [] },
  })
  expect(shown).toContain('✓ a visit')
  expect(shown).not.toContain('2 passed, 0 failed')
})

test('a failure is its title and what is indented below it, up to the next line that is not', () => {
  const { line, failures } = failedJourneys()
  const lines = [
    '✓ a visit',
    '    not of a failure',
    '✗ a click (1.0 s)',
    '    Error: nothing there',
    '    at home',
    '  a figure',
    '    nobody’s',
    '✗ a key (2.0 s)',
  ]
  for (const text of lines) line(text)
  expect(failures).toEqual(['a click (1.0 s)\n    Error: nothing there\n    at home', 'a key (2.0 s)'])
})
