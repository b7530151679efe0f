import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { e2ePhases, failedJourneys } from './e2e-phases.ts'
import type { Outcome } from './phase.ts'
import { root as repository } from './root.ts'

/** A runner that does nothing but what a suite's file does, for those that end otherwise than one should. */
const LOADER = `const { argv } = process
await import(new URL('../../../e2e/' + argv.at(-1) + '/a.spec.ts', import.meta.url).href)`

/** Runs suites given by one file each; what each came to, an error by its message, and what was shown. */
async function run(suites: Readonly<Record<string, string>>, config?: string) {
  const root = mkdtempSync(join(inject('scratch'), 'e2e-'))
  mkdirSync(join(root, 'e2e/support'), { recursive: true })
  for (const [name, script] of Object.entries(suites)) {
    mkdirSync(join(root, 'e2e', name))
    writeFileSync(join(root, 'e2e', name, 'a.spec.ts'), script)
  }
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }')
  if (config === undefined) {
    mkdirSync(join(root, 'node_modules/@playwright/test'), { recursive: true })
    writeFileSync(join(root, 'node_modules/@playwright/test/cli.js'), LOADER)
  } else {
    writeFileSync(join(root, 'playwright.config.ts'), config)
    symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'))
  }
  const shown: string[] = []
  const outcomes: Record<string, Outcome | string> = {}
  for (const phase of e2ePhases(root))
    outcomes[phase.name] = await phase.run((line) => shown.push(line)).catch((error: Error) => error.message)
  return { outcomes, shown }
}

test('suites are found by their *.spec.ts, and their closing lines are read instead of shown', async () => {
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

test("what Playwright's runner walks is shown and counted", async () => {
  const journey = (title: string, body: string) => `test(${JSON.stringify(title)}, async () => { ${body} })\n`
  const file = (...journeys: readonly string[]) => `import { test } from '@playwright/test'\n${journeys.join('')}`
  const suites = {
    bad: file(
      journey('a visit', `console.log('  a figure')`),
      journey('a click', `throw new Error('No door.')`),
      journey('a wait', `test.setTimeout(50); await new Promise(() => {})`),
      journey('a journey left out', `test.skip()`),
      journey('a journey that cannot be', `test.skip(true, 'No engine.')`),
    ),
    broken: `import './nowhere.ts'`,
    good: file(journey('a visit', '')),
  }
  const reporter = join(repository, 'e2e/support/reporter.ts')
  const projects = Object.keys(suites).map((name) => ({ name, testDir: `./e2e/${name}`, outputDir: `./results/${name}` }))
  const config = `export default ${JSON.stringify({ projects, reporter, workers: 1 })}`
  const { outcomes, shown } = await run(suites, config)
  expect(outcomes).toEqual({
    'e2e/bad': {
      passed: 1,
      failed: 3,
      failures: [
        expect.stringMatching(/^a click \(\d\.\d s\)\n {4}Error: No door\.\n[^]*a\.spec\.ts:3/),
        expect.stringMatching(/^a wait \(\d\.\d s\)\n[^]*timeout of 50ms/i),
        expect.stringMatching(/^a journey left out \(0\.\d s\)\n {4}It is skipped\.$/),
      ],
    },
    'e2e/broken': { passed: 0, failed: 2, failures: [expect.stringMatching(/^the suite\n[^]*nowhere\.ts/), expect.anything()] },
    'e2e/good': { passed: 1, failed: 0, failures: [] },
  })
  expect(shown).toEqual(
    expect.arrayContaining(['  a figure', '· a journey that cannot be: No engine.', expect.stringMatching(/^✓ a visit \(0\.\d s\)$/)]),
  )
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
