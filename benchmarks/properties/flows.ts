import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Built } from '../built.ts'
import { drive } from '../load/drive.ts'
import { betterAuthSignIn, type Flow, latchkeySignIn, latchkeySignUp } from '../load/flows.ts'
import { startSubject, type Subject } from '../load/subject.ts'
import { median, type Row } from '../report.ts'

const here = import.meta.dirname
const milliseconds = 4000
const warmUp = 8000
const quietMs = 60_000

interface Contestant {
  readonly name: string
  readonly durability: string
  start(): Promise<Subject>
  readonly signUp: Flow
  readonly signIn: Flow
}

/** Complete sign-ups and sign-ins by code per second, in interleaved rounds, and the memory before and after. */
export async function flows(options: {
  readonly built: Built
  readonly rounds: number
  readonly profile: boolean
}): Promise<readonly Row[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'latchkey-bench-'))
  const contestants: readonly Contestant[] = [
    {
      name: 'Latchkey',
      durability: 'FULL',
      start: () =>
        startSubject(
          join(here, '../servers/latchkey.mjs'),
          (port) => [options.built.server, join(scratch, 'latchkey.db'), String(port)],
          profiler(options.profile, scratch),
        ),
      signUp: latchkeySignUp,
      signIn: latchkeySignIn,
    },
    peer('FULL', scratch),
    peer('NORMAL', scratch),
  ]
  const running = await Promise.all(contestants.map(async (one) => ({ ...one, subject: await one.start() })))
  await sleep(1000)
  const atRest = running.map(({ subject }) => subject.memory())
  const figures = new Map<string, number[]>()
  try {
    for (const { subject, signUp } of running) {
      await drive(subject, { connections: 16, milliseconds: warmUp }, (connection, nth) =>
        signUp(subject, connection, `warm${nth}@bench.example`),
      )
    }
    for (let round = 0; round < options.rounds; round++) {
      for (const connections of [16, 64]) {
        for (const { name, durability, subject, signUp, signIn } of running) {
          const address = (nth: number) => `u${round}x${connections}x${nth}@bench.example`
          const members: string[] = []
          const note = (what: string, figure: number) => {
            const key = `${what}|${name}|${durability}|${connections}`
            figures.set(key, [...(figures.get(key) ?? []), figure])
          }
          note(
            'sign-ups',
            await drive(subject, { connections, milliseconds }, async (connection, nth) => {
              await signUp(subject, connection, address(nth))
              members.push(address(nth))
            }),
          )
          // Nobody signs in twice at the same time: the newer code would kill the older one.
          note(
            'sign-ins',
            await drive(subject, { connections, milliseconds }, async (connection) => {
              const member = members.shift()!
              await signIn(subject, connection, member)
              members.push(member)
            }),
          )
        }
      }
    }
    const after = running.map(({ subject }) => subject.memory())
    await sleep(quietMs)
    const later = running.map(({ subject }) => subject.memory())
    return [
      ...speeds(figures),
      ...memories(running, [
        ['at rest', atRest],
        ['after the run', after],
        ['a minute later', later],
      ]),
    ]
  } finally {
    await Promise.all(running.map(({ subject }) => subject.stop()))
    if (options.profile) console.log(`Profile: ${scratch}`)
    else rmSync(scratch, { recursive: true, force: true })
  }
}

function peer(durability: string, scratch: string): Contestant {
  const script = join(here, '../peers/better-auth/server.mjs')
  return {
    name: 'Better Auth',
    durability,
    start: () => startSubject(script, (port) => [join(scratch, `peer-${durability}.db`), String(port), durability]),
    signUp: betterAuthSignIn,
    signIn: betterAuthSignIn,
  }
}

function speeds(figures: ReadonlyMap<string, readonly number[]>): readonly Row[] {
  return [...figures].map(([key, values]) => {
    const [what, name, durability, connections] = key.split('|') as [string, string, string, string]
    const own = median(values)
    const other = median(figures.get(`${what}|Better Auth|${durability}|${connections}`) ?? [])
    const compared = name === 'Latchkey' ? { ratio: own / other, target: 3, unit: '×' } : {}
    return { property: `${what}/s, ${connections} connections`, subject: `${name}, synchronous=${durability}`, figure: own, ...compared }
  })
}

function memories(
  running: readonly { readonly name: string; readonly durability: string }[],
  taken: readonly (readonly [when: string, megabytes: readonly number[]])[],
): readonly Row[] {
  return running.flatMap(({ name, durability }, at) => {
    const subject = `${name}, synchronous=${durability}`
    const bound = name === 'Latchkey' ? { target: 100, below: true, unit: 'MB' } : { unit: 'MB' }
    return taken.map(([when, megabytes]) => ({ property: `memory ${when}, MB`, subject, figure: megabytes[at]!, ...bound }))
  })
}

function profiler(profile: boolean, scratch: string): readonly string[] {
  return profile ? ['--cpu-prof', `--cpu-prof-dir=${scratch}`] : []
}
