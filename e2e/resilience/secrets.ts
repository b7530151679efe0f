import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Canary } from './canaries.ts'
import type { Asked } from '../support/connection.ts'
import { appOrigin, type Deployment } from './deployment.ts'
import { type Dialect, test } from './deployments.ts'
import { mailTo, newPerson, signedIn } from './people.ts'
import { outcomes, race } from './race.ts'
import { askForNonce, click } from './single-use.ts'
import { newVisitor } from './visitor.ts'

/** A log is quiet as long as all goes well; so here is trouble, in requests that carry every kind of secret. */
export function troubleJourney(dialect: Dialect): void {
  test(`${dialect}: requests with every kind of secret fail while a table is missing, and the log says so`, ({ deployment }) =>
    makeTrouble(deployment))
}

async function makeTrouble(deployment: Deployment): Promise<void> {
  const { database, backend } = deployment
  const person = await newPerson(deployment, 'trouble')
  const { visitor, sessionId } = await signedIn(deployment, person)
  const typing = newVisitor(deployment)
  const { response: attempt } = await typing.send('/v1/client/sign_ins', {
    identifier: person.address,
    strategy: 'email_link',
    redirect_url: appOrigin,
  })
  const { link, code } = await mailTo(deployment, person.address)
  const { token: ticket } = await backend<{ token: string }>('/v1/sign_in_tokens', { user_id: person.id })
  const asked: readonly Asked[] = [
    typing.asked(`/v1/client/sign_ins/${attempt!.id}/attempt_first_factor`, { strategy: 'email_code', code: code! }),
    click(typing, link!),
    newVisitor(deployment).asked('/v1/client/sign_ins', { strategy: 'ticket', ticket }),
    visitor.asked(`/v1/client/sessions/${sessionId}/tokens`, {}),
    visitor.asked('/v1/client'),
    { path: `/v1/sessions/${sessionId}`, headers: { Authorization: `Bearer ${deployment.secretKey}` } },
  ]
  await database.change('alter table sessions rename to sessions_away')
  try {
    // One after the other at either process: every one of them has to meet the fault.
    for (const [nth, each] of [...asked, ...asked].entries()) {
      assert.equal((await deployment.once(each, nth)).status, 500, `${each.path.split('?')[0]} meets the fault`)
    }
  } finally {
    await database.change('alter table sessions_away rename to sessions')
  }
  // A log comes through a pipe, and so a moment after the answer.
  const logged = () => deployment.log().split('A request failed.').length > 12
  for (const until = Date.now() + 60_000; !logged() && Date.now() < until;) await sleep(20)
  assert.ok(logged(), 'the faults are in the log')
  assert.deepEqual(outcomes(await race(deployment, [asked[3]!, asked[3]!])), { 200: 2 })
}

/** Every kind of secret there is. */
const KINDS = ['client token', 'signature of a JWT', 'link token', 'sign-in token', 'handshake nonce', 'secret key', 'secrets key', 'code']

/** Nothing that was secret is in a log or in a database, whichever way its servers ended. Comes last: it ends them. */
export function secretJourneys(): void {
  for (const how of ['raced', 'killed'] as const)
    for (const dialect of ['sqlite', 'postgres'] as const)
      test(`${dialect}: none of the secrets that went over the wire is in a log or in the database (${how})`, async ({ deployments }) => {
        const deployment = deployments[how][dialect]
        const { canaries, servers } = deployment
        const unseen = () => KINDS.filter((kind) => !canaries.counts[kind])
        // After a failure the journeys go on in another process, which has seen nothing yet.
        if (unseen().length > 0) await useEverySecret(deployments.raced[dialect])
        assert.deepEqual(unseen(), [], 'every kind of secret was seen')
        await inFiles(deployment, 'while it serves')
        await Promise.all(servers.map((server) => server.kill()))
        await inFiles(deployment, 'killed')
        await inRows(deployment)
        await inFiles(deployment, 'after a checkpoint')
        const log = deployment.log()
        none('the log', [...canaries.inBytes(Buffer.from(log)), ...canaries.codesIn(log)])
      })
}

async function useEverySecret(deployment: Deployment): Promise<void> {
  await askForNonce(deployment)
  await makeTrouble(deployment)
}

async function inFiles({ canaries, database }: Deployment, when: string): Promise<void> {
  const files = await database.files()
  assert.ok(files.length > 0)
  for (const { name, bytes } of files) none(`${name}, ${when}`, canaries.inBytes(bytes))
}

/**
 * Codes are looked for in texts only, and as words: among the digits of times and the characters of hashes six of anything can
 * be found.
 */
async function inRows({ canaries, database }: Deployment): Promise<void> {
  for (const table of await database.tables()) {
    for (const row of await database.rows(`select * from ${table}`)) {
      for (const [column, value] of Object.entries(row)) {
        if (typeof value !== 'string') continue
        none(`${table}.${column}`, [...canaries.inBytes(Buffer.from(value)), ...canaries.codesIn(value)])
      }
    }
  }
}

function none(where: string, found: readonly Canary[]): void {
  assert.deepEqual(found, [], `secrets in ${where}`)
}
