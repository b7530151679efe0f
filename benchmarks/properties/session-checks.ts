import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Figures } from '../checks/measure.ts'
import { writeMaterial } from '../checks/material.ts'
import { runOnce } from '../load/subject.ts'
import { median, type Row } from '../report.ts'

const here = import.meta.dirname
/** Tokens for one round; new ones each time, in a process that has seen none. */
const count = 12_000

const SCRIPTS = {
  latchkey: join(here, '../checks/latchkey.ts'),
  clerk: join(here, '../checks/clerk.ts'),
  jose: join(here, '../checks/jose.ts'),
  peer: join(here, '../peers/better-auth/session-checks.mjs'),
} as const

type Name = keyof typeof SCRIPTS

/** How often per second an app's server can find out who makes a request, one after the other, in interleaved rounds. */
export async function sessionChecks({ rounds }: { readonly rounds: number }): Promise<readonly Row[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'latchkey-bench-'))
  const seen = new Map<Name, Figures[]>()
  try {
    for (let round = 0; round < rounds; round++) {
      const material = join(scratch, `material-${round}.json`)
      await writeMaterial(material, count)
      for (const name of Object.keys(SCRIPTS) as Name[]) {
        const figures = await runOnce<Figures>(SCRIPTS[name], [name === 'peer' ? join(scratch, `peer-${round}.db`) : material])
        seen.set(name, [...(seen.get(name) ?? []), figures])
      }
      rmSync(material)
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  return rowsOf({
    figure: (name, which) => median(seen.get(name)!.map((figures) => figures[which])),
    // Of each round by itself: what the machine did meanwhile was the same to both.
    ratio: (which, to) => median(seen.get('latchkey')!.map((figures, round) => figures[which] / seen.get(to)![round]![which])),
  })
}

interface Found {
  figure(name: Name, which: keyof Figures): number
  ratio(which: keyof Figures, to: Name): number
}

function rowsOf({ figure, ratio }: Found): readonly Row[] {
  const [first, again] = ['session checks/s, token not seen before', 'session checks/s, token seen before']
  const ours = { property: first, subject: 'Latchkey authenticateRequest', figure: figure('latchkey', 'first') }
  const known = { ...ours, property: again, figure: figure('latchkey', 'repeat') }
  return [
    { ...ours, ratio: ratio('first', 'clerk'), target: 6, unit: '× @clerk/backend' },
    { ...ours, ratio: ratio('first', 'jose'), target: 1.1, unit: '× jose' },
    { ...known, ratio: ratio('repeat', 'clerk'), target: 200, unit: '× @clerk/backend' },
    { ...known, ratio: ratio('repeat', 'peer'), target: 10, unit: '× get-session' },
    { property: first, subject: '@clerk/backend authenticateRequest', figure: figure('clerk', 'first') },
    { property: again, subject: '@clerk/backend authenticateRequest', figure: figure('clerk', 'repeat') },
    { property: first, subject: 'jose jwtVerify, nothing else', figure: figure('jose', 'first') },
    { property: again, subject: 'jose jwtVerify, nothing else', figure: figure('jose', 'repeat') },
    { property: again, subject: 'Better Auth getSession, in its process', figure: figure('peer', 'repeat') },
  ]
}
