import { globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { results, root } from './e2e/support/paths.ts'

/** Each suite is a project called as its folder, and a phase of `npm test`. */
const suites = [...new Set(globSync('*/*.spec.ts', { cwd: join(root, 'e2e') }).map((file) => dirname(file)))]

export default defineConfig({
  projects: suites.map((name) => ({
    name,
    testDir: join(root, 'e2e', name),
    testMatch: '*.spec.ts',
    // Emptied when the suite begins, and others run beside it.
    outputDir: join(results, name),
  })),
  // Generous, as some machines are ten times slower than others: what hangs is ended, nothing else is.
  timeout: 600_000,
  use: {
    viewport: { width: 1280, height: 900 },
    ignoreHTTPSErrors: true,
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    // What pages were made of, without the film of how they looked, which takes a third of a journey's time again.
    trace: { mode: 'retain-on-failure', snapshots: true, screenshots: false, sources: false },
    screenshot: 'only-on-failure',
  },
  // A suite's journeys share a server and follow each other; it is suites that run beside each other.
  workers: 1,
  forbidOnly: true,
  reporter: './e2e/support/reporter.ts',
})
