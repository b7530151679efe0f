import { afterEach, expect, test, vi } from 'vitest'
import { appFolder } from '../packages/nextjs/src/platform/app-folder.ts'

// At once: whoever runs the files after this one in the same process sets its environment first.
afterEach(() => void vi.unstubAllGlobals())

// Every page of an app on Next.js 15 answered 500 in development: its middleware runs on the Edge runtime, where reaching for what is
// not there is an error instead of undefined.
test.each([{ EdgeRuntime: 'edge-runtime' }, {}])('there is no folder on the Edge runtime, and nothing is reached for: %j', (globals) => {
  const reached = vi.fn<() => void>()
  const process = {
    get getBuiltinModule() {
      reached()
      throw new Error('A Node.js API is used (process.getBuiltinModule) which is not supported in the Edge Runtime.')
    },
  }
  for (const [name, value] of Object.entries({ ...globals, process })) vi.stubGlobal(name, value)
  expect(appFolder()).toBeNull()
  expect(reached).toHaveBeenCalledTimes('EdgeRuntime' in globals ? 0 : 1)
})
