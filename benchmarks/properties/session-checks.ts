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
  return rowsOf((name, which) => median(seen.get(name)!.map((figures) => figures[which])))
}

function rowsOf(figure: (name: Name, which: keyof Figures) => number): readonly Row[] {
  const [first, again] = ['session checks/s, token not seen before', 'session checks/s, token seen before']
  const ours = { first: figure('latchkey', 'first'), repeat: figure('latchkey', 'repeat') }
  const clerk = { first: figure('clerk', 'first'), repeat: figure('clerk', 'repeat') }
  const peer = figure('peer', 'repeat')
  const subject = 'Latchkey authenticateRequest'
  return [
    { property: first, subject, figure: ours.first, ratio: ours.first / clerk.first, target: 3, unit: '× @clerk/backend' },
    { property: again, subject, figure: ours.repeat, ratio: ours.repeat / clerk.repeat, target: 50, unit: '× @clerk/backend' },
    { property: again, subject, figure: ours.repeat, ratio: ours.repeat / peer, target: 10, unit: '× get-session' },
    { property: first, subject: '@clerk/backend authenticateRequest', figure: clerk.first },
    { property: again, subject: '@clerk/backend authenticateRequest', figure: clerk.repeat },
    { property: first, subject: 'jose jwtVerify, nothing else', figure: figure('jose', 'first') },
    { property: again, subject: 'jose jwtVerify, nothing else', figure: figure('jose', 'repeat') },
    { property: again, subject: 'Better Auth getSession, in its process', figure: peer },
  ]
}
