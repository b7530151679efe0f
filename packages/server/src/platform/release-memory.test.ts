import { spawnSync } from 'node:child_process'
import { setImmediate } from 'node:timers/promises'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { collectGarbage, releaseMemoryWhenQuiet, type Usage } from './release-memory.ts'

describe('release memory', () => {
  const MB = 1024 * 1024
  const much = 60 * MB
  let usage: Usage
  let collected: number
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    collected = 0
    return () => void vi.useRealTimers()
  })

  const begin = () =>
    releaseMemoryWhenQuiet(
      () => usage,
      1000,
      () => void collected++,
    )
  const then = (next: Usage) => {
    usage = next
    vi.advanceTimersByTime(1000)
    return collected
  }

  it('asks once for each busy time, when it is over', () => {
    const stop = begin()
    expect(then({ busy: 0.9, heap: much })).toBe(0)
    expect(then({ busy: 0.02, heap: much })).toBe(0)
    expect(then({ busy: 0.01, heap: much })).toBe(1)
    expect(then({ busy: 0, heap: much })).toBe(1)
    expect(then({ busy: 1.7, heap: much })).toBe(1)
    expect(then({ busy: 0, heap: much })).toBe(2)
    stop()
    expect(then({ busy: 1, heap: much })).toBe(2)
    expect(then({ busy: 0, heap: much })).toBe(2)
  })

  it('does not ask for little, and not where nothing was done', () => {
    begin()
    expect(then({ busy: 0, heap: much })).toBe(0)
    expect(then({ busy: 0.5, heap: much })).toBe(0)
    expect(then({ busy: 0, heap: 40 * MB })).toBe(0)
    expect(then({ busy: 0, heap: 40 * MB + 1 })).toBe(1)
  })

  /** A process that takes up much, drops it and is quiet, and tells what its heap takes up when it is asked to collect, and after. */
  const busyOnce = `
const { releaseMemoryWhenQuiet } = await import('${new URL('release-memory.ts', import.meta.url)}')
const { collectGarbage } = await import('${new URL('release-memory.ts', import.meta.url)}')
const used = () => Math.round(process.memoryUsage().heapUsed / 1024 / 1024)
const stay = setTimeout(() => {}, 60_000)
releaseMemoryWhenQuiet(undefined, 200, () => {
  const before = used()
  collectGarbage()
  console.log(JSON.stringify({ before, after: used() }))
  clearTimeout(stay)
})
const kept = []
for (let turn = 0; turn < 500; turn++) {
  for (let nth = 0; nth < 2000; nth++) kept.push({ nth })
  await new Promise(setImmediate)
}
kept.length = 0`

  it('sees by itself that its process was busy and is quiet, and makes it small', () => {
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', busyOnce], { encoding: 'utf8' })
    const { before, after } = JSON.parse(stdout || stderr) as { before: number; after: number }
    expect(before).toBeGreaterThan(2 * after)
  })
})

describe('collect garbage', () => {
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
})
