import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { collectGarbage } from './collect-garbage.ts'

it('leaves nothing that nobody holds, time after time, and no way to ask for it behind', async () => {
  for (let time = 0; time < 2; time++) {
    const held = { held: true }
    const refs = [new WeakRef({}), new WeakRef(held)] as const
    // What was looked at in a turn is kept until its end.
    await setImmediate()
    collectGarbage()
    expect(refs.map((ref) => ref.deref())).toEqual([undefined, held])
  }
  expect('gc' in globalThis).toBe(false)
})
