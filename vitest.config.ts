import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{packages/*/src,apps/*/src,tools,regressions,benchmarks,scripts,e2e/support,e2e/resilience}/**/*.test.{ts,tsx}'],
    // The product as it would be with more in it: tests of a copy.
    exclude: ['**/node_modules/**', 'tools/experiment/overlay/**'],
    environment: 'node',
    globalSetup: ['tools/testing/postgres.ts'],
    setupFiles: ['tools/testing/next-runtime.ts'],
    pool: 'forks',
    maxWorkers: availableParallelism(),
    // Nothing here keeps state in modules, so files may share a process and what it has loaded; what a test stubs is put back.
    isolate: false,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    // These end what hangs. What is slow on a busy machine is nobody's failure: how long things take is measured in benchmarks.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000, interval: 20 } },
  },
})
