import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer, Asked } from '../support/connection.ts'
import type { Deployment } from './deployment.ts'
import { refusalOf } from './visitor.ts'

/** SQLite makes a process wait 200 ms at a time for a lock, deaf meanwhile; in the pause after that it hears the other requests. */
const headStartMs = 300

/**
 * Sends requests at the same moment, to all processes in turn: the connections are open before the first is sent, and nobody can
 * write before all could read. So each decides on what was true before any of the others.
 * @throws when one is answered with a fault of the server
 */
export async function race(deployment: Deployment, requests: readonly Asked[]): Promise<readonly Answer[]> {
  const connections = requests.map((_, nth) => deployment.connect(nth))
  await Promise.all(connections.map((connection) => connection.opened()))
  const release = await deployment.database.hold()
  const asked = Promise.all(requests.map((request, nth) => connections[nth]!.ask(request)))
  try {
    await Promise.race([asked, sleep(headStartMs)])
  } finally {
    await release()
  }
  const answers = await asked
  connections.forEach((connection) => connection.close())
  const faults = answers.filter(({ status }) => status >= 500)
  assert.deepEqual(
    faults.map(({ status, body }) => `${status} ${body}`),
    [],
    'no request ends in a fault of the server',
  )
  return answers
}

/** So many times the same request. */
export function times(count: number, asked: Asked): readonly Asked[] {
  return Array.from({ length: count }, () => asked)
}

/** How often each outcome came: `200`, or the code of the refusal with its status. */
export function outcomes(answers: readonly Answer[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const answer of answers) {
    const outcome = answer.status < 400 ? String(answer.status) : `${answer.status} ${refusalOf(answer)}`
    counts[outcome] = (counts[outcome] ?? 0) + 1
  }
  return counts
}
