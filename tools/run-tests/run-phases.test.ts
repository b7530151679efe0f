import { expect, test } from 'vitest'
import { runPhases } from './run-phases.ts'

const failing = async (): Promise<never> => {
  throw new Error('no disk')
}

test('every phase runs, a broken one counts as one failure, and the numbers add up', async () => {
  const said: string[] = []
  const outcome = await runPhases(
    [
      { name: 'one', about: '', run: async () => ({ passed: 3, failed: 1, failures: ['a visit: no door'] }) },
      { name: 'two', about: '', run: failing },
      { name: 'three', about: '', run: async () => ({ passed: 4, failed: 0 }) },
    ],
    (line) => said.push(line),
  )
  expect(outcome).toEqual({ passed: 7, failed: 2 })
  expect(said).toContain('two broke: no disk')
  expect(said.slice(-2)).toEqual(['\n✗ one: a visit: no door', '\n✗ two: two broke: no disk'])
  expect(said.filter((line) => /^[✓✗]/.test(line)).map((line) => line.replaceAll(/ +/g, ' '))).toEqual([
    expect.stringMatching(/^✗ one \d+\.\d s 3 passed, 1 failed$/),
    expect.stringMatching(/^✗ two \d+\.\d s 0 passed, 1 failed$/),
    expect.stringMatching(/^✓ three \d+\.\d s 4 passed, 0 failed$/),
  ])
})

test('nothing it says is a closing line, which is the whole run alone to say', async () => {
  const said: string[] = []
  await runPhases([{ name: 'one', about: '', run: async () => ({ passed: 3, failed: 1 }) }], (line) => said.push(line))
  expect(said.filter((line) => /^\d+ passed/.test(line))).toEqual([])
})
