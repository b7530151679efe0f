import assert from 'node:assert/strict'
import { claimsOf } from '../support/jwt.ts'
import type { Asked, Connection } from '../support/connection.ts'
import type { Deployment } from './deployment.ts'
import { type Dialect, test } from './deployments.ts'
import { newPerson, type Person, signedIn } from './people.ts'
import { replyOf } from './visitor.ts'

const rounds = 20
const askers = 50

/** The request that ends a session whose tokens are being asked for. */
type Ending = (round: { readonly sessionId: string; readonly userId: string; readonly asked: (path: string) => Asked }) => Asked

/** Once somebody is told that a session has ended, nobody gets a token of it any more. */
export function endingJourneys(dialect: Dialect): void {
  test(`${dialect}: no token after a sign-out, which ${askers} refreshes race, ${rounds} times`, ({ deployment }) =>
    repeat(deployment, ({ sessionId, asked }) => asked(`/v1/client/sessions/${sessionId}/end`)))

  test(`${dialect}: no token after a ban, which ${askers} refreshes race, ${rounds} times`, ({ deployment }) =>
    repeat(deployment, ({ userId }) => ({
      path: `/v1/users/${userId}/ban`,
      json: {},
      headers: { Authorization: `Bearer ${deployment.secretKey}` },
    })))
}

async function repeat(deployment: Deployment, ending: Ending): Promise<void> {
  const person = await newPerson(deployment, 'ending')
  let given = 0
  let overtaken = 0
  for (let round = 0; round < rounds; round++) {
    const { endedAt, racing, late } = await raceOf(deployment, person, ending)
    assert.deepEqual(
      late.filter(({ status }) => status < 400 || status >= 500).map(({ body }) => body),
      [],
      `asked for after the end (round ${round})`,
    )
    const odd = racing.filter(({ status }) => status !== 200 && (status < 400 || status >= 500))
    assert.deepEqual(
      odd.map(({ body }) => body),
      [],
      `given or refused, nothing else (round ${round})`,
    )
    const tokens = racing.map((answer) => replyOf(answer).jwt).filter((jwt) => jwt !== undefined)
    for (const jwt of tokens) {
      const { iat } = claimsOf(jwt) as { iat: number }
      assert.ok(iat * 1_000 <= endedAt, `a token says it was issued ${iat * 1_000 - endedAt} ms after the end (round ${round})`)
    }
    given += tokens.length
    overtaken += racing.filter(({ answeredAt }) => answeredAt > endedAt).length
  }
  // Else nothing was raced.
  assert.ok(
    given > rounds && overtaken > rounds,
    `${given} tokens were given; ${overtaken} requests were under way when an end was answered`,
  )
}

/** Many ask at the same moment, the end among them; and all of them again when it is answered. */
async function raceOf(deployment: Deployment, person: Person, ending: Ending) {
  await deployment.backend(`/v1/users/${person.id}/unban`, {})
  const { visitor, sessionId } = await signedIn(deployment, person)
  const asked = (path: string): Asked => visitor.asked(path, {})
  const refresh = asked(`/v1/client/sessions/${sessionId}/tokens`)
  const connections = Array.from({ length: askers }, (_, nth) => deployment.connect(nth))
  const ender = deployment.connect()
  await Promise.all([ender, ...connections].map((connection) => connection.opened()))
  const everybody = (some: readonly Connection[]) => some.map((connection) => connection.ask(refresh))
  const place = Math.floor(Math.random() * askers)
  const before = everybody(connections.slice(0, place))
  const end = ender.ask(ending({ sessionId, userId: person.id, asked }))
  const after = everybody(connections.slice(place))
  const { status, body, answeredAt: endedAt } = await end
  assert.equal(status, 200, body)
  const racing = await Promise.all([...before, ...after])
  const late = await Promise.all(everybody(connections))
  for (const connection of [ender, ...connections]) connection.close()
  return { endedAt, racing, late }
}
