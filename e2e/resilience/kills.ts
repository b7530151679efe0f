import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, type Asked, type Connection, ConnectionLost } from '../support/connection.ts'
import type { Deployment } from './deployment.ts'
import { type Dialect, test } from './deployments.ts'
import { newVisitor, refusalOf, replyOf } from './visitor.ts'

const writers = 8
const halves = ['first half', 'second half']
/** A server lives until some of so many have signed up, so that a slow machine kills as much as a fast one. */
const mostSignUps = 20

/** What one writer knows of one sign-up. */
interface SignUp {
  readonly address: string
  readonly attemptId: string
  /** The last answer told of a user and her session; else only that all is done. */
  readonly told: { readonly userId: string; readonly sessionId: string } | null
  /** The answer to the code was lost at least once. */
  readonly doubtful: boolean
}

/** Servers that are killed again and again while people sign up; all of them at the same time, since it is the starting that takes it. */
export function killJourneys(kills: number): void {
  const known: Readonly<Record<Dialect, SignUp[]>> = { sqlite: [], postgres: [] }
  /** What was done to them in this process: after a failure the journeys go on in another one. */
  const halvesHere = new Map<string, Readonly<Record<Dialect, Promise<void>>>>()
  for (const half of halves)
    for (const dialect of ['sqlite', 'postgres'] as const) {
      const what = `${kills / 2} kills, and every sign-up that was answered is there, and no half of one (${half})`
      test(`${dialect}: ${what}`, async ({ deployments: { killed } }) => {
        const works = halvesHere.get(half) ?? {
          sqlite: signUpUnderFire(killed.sqlite, kills / 2, `h${halves.indexOf(half)}`, known.sqlite),
          postgres: signUpUnderFire(killed.postgres, kills / 2, `h${halves.indexOf(half)}`, known.postgres),
        }
        halvesHere.set(half, works)
        // Each is told of its own failure, once nobody disturbs anybody any more.
        await Promise.allSettled(Object.values(works))
        await works[dialect]
        const signUps = known[dialect]
        assert.deepEqual(await killed[dialect].database.damage(), [])
        assert.ok(signUps.length > (halvesHere.size * kills) / 2, `people signed up between the kills: ${signUps.length}`)
        for (const signUp of signUps) await isWhole(killed[dialect], signUp)
        await nothingIsHalf(killed[dialect], signUps)
      })
    }
}

async function signUpUnderFire(deployment: Deployment, kills: number, prefix: string, done: SignUp[]): Promise<void> {
  // One that ends well leaves its compiled sources to the next, which starts in half the time.
  await deployment.servers[0]!.stop()
  await deployment.restart(0)
  let over = false
  let server = Promise.withResolvers<void>()
  server.resolve()
  const write = async (writer: number): Promise<void> => {
    for (let nth = 0; !over; nth++)
      done.push(await signUp(deployment, `${prefix}w${writer}n${nth}+clerk_test@example.com`, () => server.promise))
  }
  const writing = Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
  const restart = async (): Promise<void> => {
    await deployment.servers[0]!.kill()
    await deployment.restart(0)
  }
  try {
    for (let kill = 1; kill < kills; kill++) {
      const enough = done.length + Math.random() * mostSignUps
      // A writer that fails ends the run; else the kills would go on without anybody writing.
      while (done.length < enough) await Promise.race([sleep(Math.random() * 20), writing])
      server = Promise.withResolvers<void>()
      await restart()
      server.resolve()
    }
  } finally {
    over = true
    server.resolve()
  }
  await writing
  // What the last ones were answered has to outlive a kill, too.
  await restart()
}

/** Signs somebody up, however often the server goes away in between; what was lost on the way is asked for again. */
async function signUp(deployment: Deployment, address: string, alive: () => Promise<void>): Promise<SignUp> {
  const path = '/v1/client/sign_ups'
  const visitor = newVisitor(deployment)
  let connection: Connection | null = null
  let losses = 0
  const insist = async (ask: () => Asked): Promise<Answer> => {
    for (const until = performance.now() + 60_000; ;) {
      await alive()
      connection ??= deployment.connect()
      try {
        const answer = await connection.ask(ask())
        visitor.keep(answer)
        return answer
      } catch (error) {
        if (!(error instanceof ConnectionLost) || performance.now() > until) throw error
        connection = null
        losses += 1
        await sleep(5)
      }
    }
  }
  try {
    const begun = await insist(() => visitor.asked(path, { email_address: address, strategy: 'email_code' }))
    assert.equal(begun.status, 200, begun.body)
    const attemptId = replyOf(begun).response!.id
    const before = losses
    const answer = await insist(() =>
      visitor.asked(`${path}/${attemptId}/attempt_verification`, { strategy: 'email_code', code: '424242' }),
    )
    const doubtful = losses > before
    if (answer.status !== 200) {
      assert.ok(doubtful, `a sign-up was refused though nothing was lost: ${answer.body}`)
      assert.equal(refusalOf(answer), 'verification_already_verified', answer.body)
      return { address, attemptId, told: null, doubtful }
    }
    const { created_user_id: userId, created_session_id: sessionId } = replyOf(answer).response!
    return { address, attemptId, told: { userId: userId!, sessionId: sessionId! }, doubtful }
  } finally {
    ;(connection as Connection | null)?.close()
  }
}

/** Every row that a sign-up which was answered promises. */
async function isWhole({ database }: Deployment, { address, attemptId, told }: SignUp): Promise<void> {
  const sql = `select u.id as user_id, u.primary_email_address_id as primary_id, i.id as identification_id, i.value as address,
      s.id as session_id, s.status as session_status, c.last_active_session_id as active_id,
      a.status as attempt_status, a.user_id as owner_id,
      case when v.consumed_at is null then 0 else 1 end as consumed, v.secret as secret
    from attempts a join verifications v on v.attempt_id = a.id
      join users u on u.id = a.user_id join identifications i on i.user_id = u.id
      join sessions s on s.user_id = u.id join clients c on c.id = s.client_id and c.id = a.client_id
    where a.id = $1`
  const rows = await database.rows(sql, attemptId)
  assert.equal(rows.length, 1, `${address}: one attempt, user, address, session and client, not ${JSON.stringify(rows)}`)
  const row = rows[0]!
  const { userId = row['user_id'], sessionId = row['session_id'] } = told ?? {}
  assert.deepEqual(
    { ...row },
    {
      user_id: userId,
      primary_id: row['identification_id'],
      identification_id: row['identification_id'],
      address,
      session_id: sessionId,
      session_status: 'active',
      active_id: sessionId,
      attempt_status: 'complete',
      owner_id: userId,
      consumed: 1,
      secret: null,
    },
  )
}

/** Neither those that were answered nor those that were not left half of themselves behind, and nothing was used twice. */
async function nothingIsHalf({ database }: Deployment, signUps: readonly SignUp[]): Promise<void> {
  const none = async (what: string, sql: string): Promise<void> => assert.deepEqual(await database.rows(sql), [], what)
  await none('users without an address', 'select u.id from users u left join identifications i on i.user_id = u.id where i.id is null')
  await none('addresses without a user', 'select i.id from identifications i left join users u on u.id = i.user_id where u.id is null')
  await none(
    'users without the sign-up that made them',
    'select u.id from users u left join attempts a on a.user_id = u.id where a.id is null',
  )
  await none(
    'sessions without a client or a user',
    `select s.id from sessions s left join clients c on c.id = s.client_id
    left join users u on u.id = s.user_id where c.id is null or u.id is null`,
  )
  await none(
    'clients whose session is not there',
    `select c.id from clients c left join sessions s on s.id = c.last_active_session_id
    where c.last_active_session_id is not null and s.id is null`,
  )
  await none(
    'clients whose sign-up is not there',
    `select c.id from clients c left join attempts a on a.id = c.sign_up_id
    where c.sign_up_id is not null and a.id is null`,
  )
  await none('sign-ups without a client', 'select a.id from attempts a left join clients c on c.id = a.client_id where c.id is null')
  await none(
    'sign-ups without a verification',
    'select a.id from attempts a left join verifications v on v.attempt_id = a.id where v.id is null',
  )
  await none(
    'used verifications of open sign-ups, and unused ones of complete ones',
    `select a.id from attempts a join verifications v on v.attempt_id = a.id
    where (a.status = 'complete' and v.consumed_at is null) or (a.status <> 'complete' and v.consumed_at is not null)`,
  )
  await none('codes used twice', 'select client_id from sessions group by client_id having count(*) > 1')
  await none('users with two sessions', 'select user_id from sessions group by user_id having count(*) > 1')
  await none('codes judged twice', 'select id from verifications where judged > 1')
  const [counts] = await database.rows<
    Record<string, number>
  >(`select (select count(*) from users) as users, (select count(*) from identifications) as addresses,
    (select count(*) from sessions) as sessions, (select count(*) from attempts where status = 'complete') as attempts,
    (select count(*) from audit where type = 'session.created') as trail`)
  const expected = signUps.length
  assert.deepEqual({ ...counts }, { users: expected, addresses: expected, sessions: expected, attempts: expected, trail: expected })
}
