import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { offsetClock, systemClock } from './clock.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const hour = 3_600_000

/** Is it exactly so far ahead of the machine's time? */
function isAhead({ now }: { now(): number }, ms: number): boolean {
  const before = Date.now()
  const said = now()
  return before + ms <= said && said <= Date.now() + ms
}

describe('systemClock', () => {
  it('is the time of the machine', () => {
    expect(isAhead(systemClock, 0)).toBe(true)
  })
})

describe('offsetClock', () => {
  it("is the machine's time while there is no file", () => {
    expect(isAhead(offsetClock(join(folder, 'none')), 0)).toBe(true)
  })

  it('adds what the file says, and follows it', async () => {
    const file = join(folder, 'offset')
    writeFileSync(file, String(hour))
    const clock = offsetClock(file)
    expect(isAhead(clock, hour)).toBe(true)
    writeFileSync(file, `-${hour}\n`)
    await sleep(70)
    expect(isAhead(clock, -hour)).toBe(true)
    rmSync(file)
    await sleep(70)
    expect(isAhead(clock, 0)).toBe(true)
  })

  it.each(['', '12x', '1e9', '999999999999999999999'])('keeps the last offset when the file holds %j', async (junk) => {
    const file = join(folder, 'offset')
    writeFileSync(file, String(hour))
    const clock = offsetClock(file)
    clock.now()
    writeFileSync(file, junk)
    await sleep(70)
    expect(isAhead(clock, hour)).toBe(true)
  })

  it('does not read more often than every 50 ms', () => {
    const file = join(folder, 'offset')
    const clock = offsetClock(file)
    clock.now()
    writeFileSync(file, String(hour))
    expect(isAhead(clock, 0)).toBe(true)
  })
})
