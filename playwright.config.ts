import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { results, root } from './e2e/support/paths.ts'

/** The suites that Playwright's runner walks: each is a project called as its folder, and a phase of `npm test`. */
const suites = ['packages', 'start']

export default defineConfig({
  projects: suites.map((name) => ({
    name,
    testDir: join(root, 'e2e', name),
    testMatch: '*.spec.ts',
    // Emptied when the suite begins, and others run beside it.
    outputDir: join(results, name),
  })),
  timeout: 90_000,
  // A suite's journeys share a server and follow each other; it is suites that run beside each other.
  workers: 1,
  forbidOnly: true,
  reporter: './e2e/support/reporter.ts',
})
