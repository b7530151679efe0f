import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createPatience } from './patience.ts'

const heard = (asked: readonly Promise<void>[]) => {
  const done = asked.map(() => false)
  asked.forEach((one, nth) => void one.then(() => (done[nth] = true)))
  return done
}

test('five refusals are heard at once, the next ones a while later, and each network for itself', async () => {
  let now = 1000
  const patience = createPatience({ now: () => now })
  const refuse = (ip: string | null, times: number) => Array.from({ length: times }, () => patience.beforeRefusing(ip))
  const asked = refuse('203.0.113.1', 7)
  const done = heard([...asked, ...refuse('203.0.113.2', 1), ...refuse(null, 1)])
  await turn()
  expect(done).toEqual([true, true, true, true, true, false, false, true, true])
  await Promise.all(asked)
  now += 10_000
  const again = heard(refuse('203.0.113.1', 5))
  await turn()
  expect(again).toEqual([true, true, true, true, true])
})

test('no more wait than the process has room for', async () => {
  const patience = createPatience({ now: () => 0 })
  const done = heard(Array.from({ length: 5007 }, () => patience.beforeRefusing('203.0.113.1')))
  await turn()
  expect(done.filter((one) => one)).toHaveLength(7)
})
