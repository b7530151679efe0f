import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runOnce } from '../load/subject.ts'
import type { Row } from '../report.ts'
import { ASKED_PER_DAY, days, perDay, type Year } from '../retention/scale.ts'

const script = join(import.meta.dirname, '../retention/year.ts')
/** Grows for a year: what it has after some days says what it will have. */
const YEARLY = 'audit'
const scale = ASKED_PER_DAY / perDay
const secondsOfDay = 86_400

/**
 * How large the database of an application with 10,000 sign-ins a day is after a year, from some weeks at a fiftieth of that on SQLite,
 * with the clock moved; and whether the janitor keeps up.
 */
export async function retention(): Promise<readonly Row[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'latchkey-bench-'))
  try {
    const { tables, purgedPerSecond, purgedPerDay } = await runOnce<Year>(script, [join(scratch, 'year.db')])
    const rows = tables
      .filter(({ rows: count }) => count >= perDay)
      .toSorted((one, other) => other.bytes - one.bytes)
      .map(({ name, rows: count, rowsAWeekBefore, bytes }) => {
        const yearly = name === YEARLY
        const factor = scale * (yearly ? 365 / days : 1)
        const steady = Math.abs(count - rowsAWeekBefore) <= 0.02 * count
        const how = yearly ? `computed: day ${days} × 365 ÷ ${days}` : steady ? 'steady' : 'NOT STEADY'
        return { name: `${name}, ${how}`, rows: count * factor, megabytes: (bytes * factor) / 1e6 }
      })
    const neededPerSecond = (purgedPerDay * scale) / secondsOfDay
    return [
      ...rows.map(({ name, rows: figure }) => ({ property: 'rows after a year of 10,000 sign-ins a day', subject: name, figure })),
      ...rows.map(({ name, megabytes }) => ({ property: 'MB of them, with indexes', subject: name, figure: megabytes })),
      { property: 'MB of them, with indexes', subject: 'all', figure: rows.reduce((sum, { megabytes }) => sum + megabytes, 0) },
      {
        property: 'rows/s the janitor clears, its rests included',
        subject: 'Latchkey, SQLite',
        figure: purgedPerSecond,
        ratio: purgedPerSecond / neededPerSecond,
        target: 10,
        unit: '× what falls due',
      },
    ]
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
