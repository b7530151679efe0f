import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startPostgres } from '../../tools/testing/start-postgres.ts'
import type { Built } from '../built.ts'
import type { Answer, Connection } from '../../e2e/support/connection.ts'
import { cookieOf, latchkeySignUp } from '../load/flows.ts'
import { startSubject, type Subject } from '../load/subject.ts'
import { median, type Row } from '../report.ts'

const script = join(import.meta.dirname, '../servers/latchkey-production.mjs')
const quietMs = 5000
const floodMs = 10_000
const attempts = 100
const guesses = 200

/**
 * What somebody waits for a sign-up while one address keeps 100 sign-ins under way and 200 others guess at one sign-up, all as fast as
 * they are answered; on each database, with the limits of production.
 */
export async function flood({ built }: { readonly built: Built }): Promise<readonly Row[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'latchkey-bench-'))
  const postgres = await startPostgres()
  try {
    const rows: Row[] = []
    for (const [name, url] of [
      ['SQLite', join(scratch, 'flood.db')],
      ['PostgreSQL', postgres.url],
    ] as const) {
      const subject = await startSubject(script, (port) => [built.server, url, String(port)])
      try {
        rows.push(...(await besides(subject, name)))
      } finally {
        await subject.stop()
      }
    }
    return rows
  } finally {
    await postgres.stop()
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function besides(subject: Subject, database: string): Promise<readonly Row[]> {
  await honest(subject, 'warm', quietMs)
  const quiet = await honest(subject, 'quiet', quietMs)
  const attack = await begin(subject)
  await sleep(1000)
  const crowded = await honest(subject, 'crowded', floodMs)
  const answers = await attack.end()
  const [before, during] = [median(quiet), median(crowded)]
  const told = (status: number) => answers.get(status) ?? 0
  const property = 'p50 of a sign-up, ms'
  return [
    { property, subject: `${database}, alone`, figure: before },
    { property, subject: `${database}, beside a flood`, figure: during, ratio: during / before, target: 5, below: true, unit: '× alone' },
    { property: 'sign-ups beside the flood', subject: database, figure: crowded.length },
    { property: 'requests of the flood', subject: database, figure: [...answers.values()].reduce((sum, count) => sum + count, 0) },
    { property: 'of them answered 429', subject: database, figure: told(429) },
    { property: 'of them answered 5xx', subject: database, figure: told(500) + told(503), target: 0, below: true },
  ]
}

/** One sign-up after the other, each from an address of its own; milliseconds each. */
async function honest(subject: Subject, name: string, milliseconds: number): Promise<readonly number[]> {
  const until = performance.now() + milliseconds
  const taken: number[] = []
  for (let nth = 0; performance.now() < until; nth++) {
    const connection = subject.connect(`198.51.${nth >> 8}.${nth & 255}`)
    const began = performance.now()
    await latchkeySignUp(subject, connection, `${name}${nth}@bench.example`)
    taken.push(performance.now() - began)
    connection.close()
  }
  return taken
}

async function begin(subject: Subject): Promise<{ end(): Promise<ReadonlyMap<number, number>> }> {
  const path = `${subject.base}/v1/client`
  const opening = subject.connect('203.0.113.1')
  const begun = await opening.ask({
    path: `${path}/sign_ups`,
    form: { email_address: 'mallory@bench.example', strategy: 'email_code' },
  })
  opening.close()
  if (begun.status !== 200) throw new Error(`answered ${begun.status}: ${begun.body}`)
  const guessing = `${path}/sign_ups/${/"id":"(\w+)"/.exec(begun.body)![1]!}/attempt_verification`
  const headers = { Cookie: cookieOf(begun) }
  const answers = new Map<number, number>()
  let over = false
  const lane = async (connection: Connection, send: (nth: number) => Promise<Answer>): Promise<void> => {
    for (let nth = 0; !over; nth++) {
      const { status } = await send(nth)
      answers.set(status, (answers.get(status) ?? 0) + 1)
    }
    connection.close()
  }
  const lanes = [
    ...Array.from({ length: attempts }, () => {
      const one = subject.connect('203.0.113.2')
      return lane(one, () => one.ask({ path: `${path}/sign_ins`, form: { identifier: 'warm0@bench.example', strategy: 'email_code' } }))
    }),
    ...Array.from({ length: guesses }, (_, at) => {
      const one = subject.connect(`203.0.114.${at}`)
      const code = (nth: number) => String((at * 1000 + nth) % 1_000_000).padStart(6, '0')
      return lane(one, (nth) => one.ask({ path: guessing, form: { strategy: 'email_code', code: code(nth) }, headers }))
    }),
  ]
  return {
    async end() {
      over = true
      await Promise.all(lanes)
      return answers
    },
  }
}
