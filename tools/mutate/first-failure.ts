import { beforeEach } from 'vitest'

// One failing test is enough to kill a mutant: the others of its file are skipped.
let failed = false
beforeEach((test) => {
  if (failed) test.skip()
  test.onTestFailed(() => {
    failed = true
  })
})
