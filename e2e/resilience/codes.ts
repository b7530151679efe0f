import assert from 'node:assert/strict'
import type { Deployment } from './deployment.ts'
import { type Dialect, test } from './deployments.ts'
import { codeTo, newPerson, type Person } from './people.ts'
import { outcomes, race, times } from './race.ts'
import { newVisitor, refusalOf, replyOf, type Visitor } from './visitor.ts'

/** In each of the two processes one guess at an attempt is judged while 40 wait; further ones are turned away until some are through. */
const heardAtOnce = 2 * (1 + 40)

/** What guessing, and asking often, comes to. */
export function codeJourneys(dialect: Dialect): void {
  test(`${dialect}: 100 right codes at once at two processes make one session`, async ({ deployment, database }) => {
    const { visitor, person, id } = await askForCode(deployment, 'right')
    const code = await codeTo(deployment, person.address)
    const answers = await race(deployment, times(100, guess(visitor, id, code)))
    const won = answers.filter(({ status }) => status === 200)
    const { '429 too_many_requests': turnedAway = 0, ...heard } = outcomes(answers)
    assert.deepEqual(heard, { 200: 1, '400 verification_already_verified': 99 - turnedAway })
    assert.ok(turnedAway <= 100 - heardAtOnce, `whoever may wait is heard: ${turnedAway} were turned away`)
    const sessions = await database.rows('select id, status, client_id from sessions where user_id = $1', person.id)
    assert.equal(sessions.length, 1, 'one session in the rows')
    assert.equal(replyOf(won[0]!).response?.created_session_id, sessions[0]!['id'])
    assert.deepEqual(await verificationOf(deployment, id), { guesses: 1, judged: 1, consumed: 1 })
    visitor.keep(won[0]!)
    assert.deepEqual(await visitor.sessions(), [sessions[0]!['id']], 'the winner’s cookie is the good one')
  })

  test(`${dialect}: of 200 wrong codes at once at two processes five are judged, and then the right one is dead`, async ({
    deployment,
  }) => {
    const { visitor, person, id } = await askForCode(deployment, 'wrong')
    const code = await codeTo(deployment, person.address)
    const answers = await race(
      deployment,
      Array.from({ length: 200 }, (_, nth) => guess(visitor, id, otherThan(code, nth + 1))),
    )
    const { '429 too_many_requests': turnedAway = 0, ...heard } = outcomes(answers)
    assert.deepEqual(heard, { '422 form_code_incorrect': 5, '400 verification_failed': 195 - turnedAway })
    assert.ok(turnedAway > 0 && turnedAway <= 200 - heardAtOnce, `whoever may wait is heard, nobody else: ${turnedAway} were turned away`)
    assert.deepEqual(await verificationOf(deployment, id), { guesses: 5, judged: 5, consumed: 0 })
    const late = await race(deployment, times(2, guess(visitor, id, code)))
    assert.deepEqual(outcomes(late), { '400 verification_failed': 2 })
    assert.deepEqual(await sessionsOf(deployment, person), [])
  })

  test(`${dialect}: a resend buys no guesses: four wrong ones, a new code, and the second wrong one is refused`, async ({ deployment }) => {
    const { visitor, person, id } = await askForCode(deployment, 'resend')
    const first = await codeTo(deployment, person.address)
    const tried: string[] = []
    const guesses = async (code: string, by: number) =>
      void tried.push(refusalOf(await deployment.once(guess(visitor, id, otherThan(code, by)), by)))
    for (let by = 1; by <= 4; by++) await guesses(first, by)
    try {
      await deployment.moveClock(31_000)
      await visitor.send(`/v1/client/sign_ins/${id}/prepare_first_factor`, { strategy: 'email_code' })
      const second = await codeTo(deployment, person.address, { count: 2 })
      assert.notEqual(second, first)
      await guesses(second, 1)
      await guesses(second, 2)
      assert.deepEqual(tried, [...Array<string>(5).fill('form_code_incorrect'), 'verification_failed'])
      for (const code of [second, first]) assert.equal(refusalOf(await deployment.once(guess(visitor, id, code))), 'verification_failed')
    } finally {
      await deployment.moveClock(0)
    }
    assert.deepEqual(await verificationOf(deployment, id), { guesses: 5, judged: 5, consumed: 0 })
    assert.deepEqual(await sessionsOf(deployment, person), [])
  })
}

async function askForCode(deployment: Deployment, name: string): Promise<{ visitor: Visitor; person: Person; id: string }> {
  const person = await newPerson(deployment, name)
  const visitor = newVisitor(deployment)
  const { response } = await visitor.send('/v1/client/sign_ins', { identifier: person.address, strategy: 'email_code' })
  return { visitor, person, id: response!.id }
}

function guess(visitor: Visitor, id: string, code: string) {
  return visitor.asked(`/v1/client/sign_ins/${id}/attempt_first_factor`, { strategy: 'email_code', code })
}

function otherThan(code: string, by: number): string {
  return String((Number(code) + by) % 1_000_000).padStart(6, '0')
}

async function sessionsOf({ database }: Deployment, { id }: Person): Promise<readonly unknown[]> {
  return database.rows('select id from sessions where user_id = $1', id)
}

async function verificationOf({ database }: Deployment, attemptId: string): Promise<unknown> {
  const sql = `select guesses, judged, case when consumed_at is null then 0 else 1 end as consumed from verifications where attempt_id = $1`
  const [row] = await database.rows(sql, attemptId)
  return { ...row }
}
