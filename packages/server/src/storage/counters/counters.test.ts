import { expect, test } from 'vitest'
import { NOW } from '../testing/fixtures.ts'
import { describeStorage } from '../testing/describe-storage.ts'
import { countDown, countUp, readCounter } from './counters.ts'

const limit = { key: 'guess:a', max: 3, windowMs: 1000, now: NOW }

describeStorage('counters', ({ tenant, storage, another }) => {
  test('count up to the most, then refuse and stand still', async () => {
    const { scope, write } = tenant()
    const resetAt = NOW + 1000
    for (const count of [1, 2, 3]) expect(await write((inner) => countUp(inner, limit))).toEqual({ ok: true, count, resetAt })
    expect(await write((inner) => countUp(inner, { ...limit, now: NOW + 999 }))).toEqual({ ok: false, count: 3, resetAt })
    expect(await readCounter(scope, { key: 'guess:a', now: NOW })).toEqual({ count: 3, resetAt })
  })

  test('begin anew when the window is over', async () => {
    const { scope, write } = tenant()
    for (let i = 0; i < 3; i++) await write((inner) => countUp(inner, limit))
    expect(await readCounter(scope, { key: 'guess:a', now: NOW + 1000 })).toEqual({ count: 0, resetAt: null })
    expect(await write((inner) => countUp(inner, { ...limit, now: NOW + 1000 }))).toEqual({ ok: true, count: 1, resetAt: NOW + 2000 })
  })

  test('are apart by key and by instance', async () => {
    const { scope, write } = tenant()
    await write((inner) => countUp(inner, limit))
    await tenant().write((inner) => countUp(inner, limit))
    for (let i = 0; i < 3; i++) await write((inner) => countUp(inner, { ...limit, key: 'guess:0' }))
    await write((inner) => countDown(inner, { key: 'guess:0', now: NOW, resetAt: NOW + 1000 }))
    expect((await readCounter(scope, { key: 'guess:a', now: NOW })).count).toBe(1)
    expect((await readCounter(scope, { key: 'guess:0', now: NOW })).count).toBe(2)
  })

  test('take back, but never below nothing nor in a window that is over', async () => {
    const { scope, write } = tenant()
    await write((inner) => countUp(inner, limit))
    await write((inner) => countUp(inner, limit))
    await write((inner) => countDown(inner, { key: 'guess:a', now: NOW + 1000, resetAt: NOW + 1000 }))
    await tenant().write((inner) => countDown(inner, { key: 'guess:a', now: NOW, resetAt: NOW + 1000 }))
    expect((await readCounter(scope, { key: 'guess:a', now: NOW })).count).toBe(2)
    for (let i = 0; i < 3; i++) await write((inner) => countDown(inner, { key: 'guess:a', now: NOW, resetAt: NOW + 1000 }))
    expect((await readCounter(scope, { key: 'guess:a', now: NOW })).count).toBe(0)
  })

  test('take nothing back in a window that began since', async () => {
    const { scope, write } = tenant()
    const { resetAt } = await write((inner) => countUp(inner, limit))
    await write((inner) => countUp(inner, { ...limit, now: NOW + 1000 }))
    await write((inner) => countDown(inner, { key: 'guess:a', now: NOW + 1000, resetAt }))
    expect((await readCounter(scope, { key: 'guess:a', now: NOW + 1000 })).count).toBe(1)
  })

  test('refuse everything when the most is nothing', async () => {
    const { scope, write } = tenant()
    expect(await write((inner) => countUp(inner, { ...limit, max: 0 }))).toEqual({ ok: false, count: 0, resetAt: NOW + 1000 })
    expect((await readCounter(scope, { key: 'guess:a', now: NOW })).count).toBe(0)
  })

  test('never pass the most when counted in parallel from two processes', async () => {
    const { instanceId, scope } = tenant()
    const processes = [storage(), await another()]
    const counted = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        processes[index % 2]!.transaction((db) => countUp({ db, instanceId }, { ...limit, max: 10 })),
      ),
    )
    expect(
      counted
        .filter(({ ok }) => ok)
        .map(({ count }) => count)
        .toSorted((a, b) => a - b),
    ).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect((await readCounter(scope, { key: 'guess:a', now: NOW })).count).toBe(10)
  }, 30_000)
})
