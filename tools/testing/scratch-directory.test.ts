import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { runUntilOutput } from './run-until-output.ts'
import { scratchDirectory } from './scratch-directory.ts'

test('it is there until it is removed, with all that is in it', async () => {
  const directory = scratchDirectory()
  writeFileSync(join(directory.path, 'file'), 'text')
  expect(existsSync(directory.path)).toBe(true)
  await directory.remove()
  expect(existsSync(directory.path)).toBe(false)
})

test('it goes when its process is killed', async () => {
  const { run, output } = await runUntilOutput(`
    import { scratchDirectory } from ${JSON.stringify(import.meta.resolve('./scratch-directory.ts'))}
    console.log(scratchDirectory().path)
    setInterval(() => {}, 1000)`)
  expect(existsSync(output)).toBe(true)
  run.kill('SIGKILL')
  await vi.waitFor(() => expect(existsSync(output)).toBe(false), 20_000)
})
