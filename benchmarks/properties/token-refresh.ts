import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Built } from '../built.ts'
import { drive } from '../load/drive.ts'
import { latchkeySignUp, signInToLatchkey } from '../load/flows.ts'
import { runOnce, startSubject } from '../load/subject.ts'
import { median, type Row } from '../report.ts'

const here = import.meta.dirname
const milliseconds = 4000
const warmUp = 16_000

/**
 * Session tokens minted per second over HTTP, beside what the machine can sign at all, measured while the server rests: by a process that
 * was just started, and by one that has been at it for a while and has its code compiled.
 */
export async function tokenRefresh({ built, rounds }: { readonly built: Built; readonly rounds: number }): Promise<readonly Row[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'latchkey-bench-'))
  const subject = await startSubject(join(here, '../servers/latchkey.mjs'), (port) => [
    built.server,
    join(scratch, 'latchkey.db'),
    String(port),
  ])
  try {
    const connection = subject.connect()
    await latchkeySignUp(subject, connection, 'ada@bench.example')
    const { cookie, sessionId } = await signInToLatchkey(subject, connection, 'ada@bench.example')
    connection.close()
    const path = `${subject.base}/v1/client/sessions/${sessionId}/tokens`
    const mint = (ms: number) =>
      drive(subject, { connections: 64, milliseconds: ms }, async (one) => {
        const answer = await one.ask({ path, form: { organization_id: '' }, headers: { Cookie: cookie } })
        if (answer.status !== 200 || !answer.body.includes('"jwt":"ey')) throw new Error(`answered ${answer.status}: ${answer.body}`)
      })
    const minted: number[] = []
    const signed: number[] = []
    const cold = await mint(milliseconds)
    await mint(warmUp)
    for (let round = 0; round < rounds; round++) {
      signed.push((await runOnce<{ perSecond: number }>(join(here, '../servers/rsa.ts'), [String(milliseconds)])).perSecond)
      minted.push(await mint(milliseconds))
    }
    const [tokens, bare] = [median(minted), median(signed)]
    return [
      { property: 'RSA-2048 signatures/s, bare', subject: 'this machine', figure: bare },
      { property: 'token refreshes/s, 64 connections, first 4 s', subject: 'Latchkey', figure: cold },
      {
        property: 'token refreshes/s, 64 connections',
        subject: 'Latchkey',
        figure: tokens,
        ratio: tokens / bare,
        target: 0.6,
        unit: 'of bare',
      },
    ]
  } finally {
    await subject.stop()
    rmSync(scratch, { recursive: true, force: true })
  }
}
