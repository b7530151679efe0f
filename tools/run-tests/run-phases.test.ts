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
    2,
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
  await runPhases([{ name: 'one', about: '', run: async () => ({ passed: 3, failed: 1 }) }], (line) => said.push(line), 2)
  expect(said.filter((line) => /^\d+ passed/.test(line))).toEqual([])
})

test('those that may run beside each other do, and tell which of them speaks; the others wait', async () => {
  const said: string[] = []
  const order: string[] = []
  const phase = (name: string, beside: boolean) => ({
    name,
    about: '',
    ...(beside && { beside: true as const }),
    run: async (say: (line: string) => void) => {
      order.push(`${name} begins`)
      await new Promise(setImmediate)
      say('✓ a visit')
      order.push(`${name} ends`)
      return { passed: 1, failed: 0 }
    },
  })
  const phases = [phase('one', false), phase('two', true), phase('three', true), phase('four', false)]
  await runPhases(phases, (line) => said.push(line), 2)
  expect(order).toEqual(['one begins', 'one ends', 'two begins', 'three begins', 'two ends', 'three ends', 'four begins', 'four ends'])
  expect(said.filter((line) => line.endsWith('a visit'))).toEqual(['✓ a visit', 'two │ ✓ a visit', 'three │ ✓ a visit', '✓ a visit'])
  expect(said.filter((line) => line.startsWith('✓ ') && line.endsWith('passed, 0 failed')).map((line) => line.split(' ')[1])).toEqual([
    'one',
    'two',
    'three',
    'four',
  ])
  expect(said.at(-1)).toMatch(/^ {2}the whole run +\d+\.\d s$/)

  order.length = 0
  said.length = 0
  await runPhases(phases.slice(1, 3), (line) => said.push(line), 1)
  expect(order).toEqual(['two begins', 'two ends', 'three begins', 'three ends'])
  expect(said.filter((line) => line.endsWith('a visit'))).toEqual(['✓ a visit', '✓ a visit'])
})
