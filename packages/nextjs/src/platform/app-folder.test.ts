import { expect, test, vi } from 'vitest'
import { appFolder } from './app-folder.ts'

test('is where the process runs', () => {
  expect(appFolder()!.files('packages/nextjs/src/platform')).toContain('app-folder.test.ts')
  expect([appFolder()!.files('nothing-here'), appFolder()!.read('nothing-here')]).toEqual([[], null])
})

test('is none on the Edge runtime, which has functions that throw', () => {
  vi.spyOn(process, 'getBuiltinModule').mockImplementation(() => {
    throw new Error('A Node.js API is used (process.getBuiltinModule) which is not supported in the Edge Runtime.')
  })
  expect(appFolder()).toBeNull()
})
