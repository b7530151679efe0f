import type { Connection } from '../../e2e/support/connection.ts'
import type { Subject } from './subject.ts'

/** Runs work on so many connections for so long and answers how often it was completed per second. */
export async function drive(
  subject: Subject,
  load: { readonly connections: number; readonly milliseconds: number },
  work: (connection: Connection, nth: number) => Promise<void>,
): Promise<number> {
  const connections = Array.from({ length: load.connections }, () => subject.connect())
  const started = performance.now()
  const until = started + load.milliseconds
  let begun = 0
  let completed = 0
  await Promise.all(
    connections.map(async (connection) => {
      while (performance.now() < until) {
        await work(connection, begun++)
        completed++
      }
    }),
  )
  const seconds = (performance.now() - started) / 1000
  for (const connection of connections) connection.close()
  return completed / seconds
}
