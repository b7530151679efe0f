import assert from 'node:assert/strict'
import type { Asked } from '../support/connection.ts'
import type { Database } from './database.ts'
import { appOrigin, type Deployment } from './deployment.ts'
import { type Dialect, test } from './deployments.ts'
import { codeTo, mailTo, newAddress, newPerson, signedIn } from './people.ts'
import { outcomes, race, times } from './race.ts'
import { newVisitor, replyOf, type Visitor } from './visitor.ts'

/** Links, sign-in tokens and new addresses, used by many at once. */
export function singleUseJourneys(dialect: Dialect): void {
  test(`${dialect}: 50 clicks at once on one link in the right browser make one session`, async ({ deployment, database }) => {
    const person = await newPerson(deployment, 'link')
    const visitor = newVisitor(deployment)
    const redirect_url = `${appOrigin}/done`
    const { response } = await visitor.send('/v1/client/sign_ins', { identifier: person.address, strategy: 'email_link', redirect_url })
    const { link } = await mailTo(deployment, person.address)
    const answers = await race(deployment, times(50, click(visitor, link!)))
    const sessions = await database.rows<{ id: string }>('select id from sessions where user_id = $1', person.id)
    assert.equal(sessions.length, 1, 'one session in the rows')
    const led = answers.map(({ status, headers }) => [status, headers.get('location')].join(' '))
    const where = `303 ${redirect_url}?__clerk_status=verified&__clerk_created_session=${sessions[0]!.id}`
    assert.deepEqual([...new Set(led)], [where], 'every click of that browser ends where the first one does')
    const winners = answers.filter(({ cookies }) => cookies.length > 0)
    assert.equal(winners.length, 1, 'one answer carries the new cookie')
    visitor.keep(winners[0]!)
    assert.deepEqual(await visitor.sessions(), [sessions[0]!.id])
    const [verification] = await database.rows('select judged from verifications where attempt_id = $1', response!.id)
    assert.deepEqual({ ...verification }, { judged: 1 })
  })

  test(`${dialect}: 50 browsers at once with one sign-in token: one is signed in`, async ({ deployment, database }) => {
    const person = await newPerson(deployment, 'ticket')
    const { token: ticket } = await deployment.backend<{ token: string }>('/v1/sign_in_tokens', { user_id: person.id })
    const before = await count(database, 'clients')
    const answers = await race(deployment, times(50, newVisitor(deployment).asked('/v1/client/sign_ins', { strategy: 'ticket', ticket })))
    assert.deepEqual(outcomes(answers), { 200: 1, '400 ticket_invalid_code': 49 })
    const sessions = await database.rows('select id from sessions where user_id = $1', person.id)
    const won = replyOf(answers.find(({ status }) => status === 200)!)
    assert.deepEqual(
      sessions.map((row) => row['id']),
      [won.response?.created_session_id],
    )
    assert.equal(await count(database, 'clients'), before + 1, 'the others left no client behind')
  })

  test(`${dialect}: 20 browsers at once sign one address up, all with right codes: one user`, async ({ deployment, database }) => {
    const address = newAddress('everybody')
    const begun: { visitor: Visitor; id: string; code: string }[] = []
    while (begun.length < 20) {
      const visitor = newVisitor(deployment)
      const { response } = await visitor.send('/v1/client/sign_ups', { email_address: address, strategy: 'email_code' })
      begun.push({ visitor, id: response!.id, code: await codeTo(deployment, address, { attemptId: response!.id }) })
    }
    const answers = await race(
      deployment,
      begun.map(({ visitor, id, code }): Asked =>
        visitor.asked(`/v1/client/sign_ups/${id}/attempt_verification`, { strategy: 'email_code', code }),
      ),
    )
    assert.deepEqual(outcomes(answers), { 200: 1, '422 form_identifier_exists': 19 })
    const owners = await database.rows('select user_id from identifications where value = $1', address)
    assert.equal(owners.length, 1, 'one identification')
    const userId = String(owners[0]!['user_id'])
    const won = replyOf(answers.find(({ status }) => status === 200)!)
    assert.equal(won.response?.created_user_id, userId)
    const attempts = await database.rows(`select id from attempts where kind = 'sign_up' and status = 'complete' and user_id = $1`, userId)
    assert.deepEqual(
      attempts.map((row) => row['id']),
      [won.response?.id],
      'one complete sign-up',
    )
    assert.equal((await database.rows('select id from sessions where user_id = $1', userId)).length, 1)
    const strays = await database.rows('select u.id from users u left join identifications i on i.user_id = u.id where i.id is null')
    assert.deepEqual(strays, [], 'no user without an address')
  })

  test(`${dialect}: 50 requests at once with one handshake nonce: one is told the cookies`, async ({ deployment }) => {
    const nonce = await askForNonce(deployment)
    const asked: Asked = {
      path: `/v1/clients/handshake_payload?nonce=${nonce}`,
      headers: { Authorization: `Bearer ${deployment.secretKey}` },
    }
    const answers = await race(deployment, times(50, asked))
    assert.deepEqual(outcomes(answers), { 200: 1, '404 resource_not_found': 49 })
    assert.match(answers.find(({ status }) => status === 200)!.body, /__session=eyJ/)
  })
}

/** Has a handshake of somebody who is signed in end in a nonce. */
export async function askForNonce(deployment: Deployment): Promise<string> {
  const { visitor } = await signedIn(deployment, await newPerson(deployment, 'handshake'))
  const query = new URLSearchParams({ redirect_url: `${appOrigin}/`, format: 'nonce' })
  const { headers } = await deployment.once(visitor.asked(`/v1/client/handshake?${query}`))
  return new URL(headers.get('location')!).searchParams.get('__clerk_handshake_nonce')!
}

async function count(database: Database, table: string): Promise<number> {
  const [row] = await database.rows<{ n: number }>(`select count(*) as n from ${table}`)
  return row!.n
}

/** A person follows a link: a navigation, which scripts and images cannot make. */
export function click(visitor: Visitor, link: string): Asked {
  const { pathname, search } = new URL(link)
  const { headers } = visitor.asked('')
  const { Origin: _, ...others } = headers as Record<string, string>
  return {
    path: pathname + search,
    headers: { ...others, Accept: 'text/html', 'Sec-Fetch-Dest': 'document', 'Sec-Fetch-Mode': 'navigate' },
  }
}
