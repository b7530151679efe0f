import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startPostgres } from '../../tools/testing/start-postgres.ts'
import { test as base } from '../support/fixtures.ts'
import { Canaries } from './canaries.ts'
import type { Database } from './database.ts'
import { deploy, type Deployment } from './deployment.ts'

/** Databases that everything is walked on. */
export type Dialect = Database['dialect']

/** A deployment on each. */
export type OnEach = Readonly<Record<Dialect, Deployment>>

interface RaceFixtures {
  /** On which database a journey is walked. */
  dialect: Dialect
  /** Two processes on it. */
  deployment: Deployment
  database: Database
}

interface DeploymentFixtures {
  site: Site
  deployments: {
    /** Two processes each, which share a database. */
    readonly raced: OnEach
    /** One process each, which is killed. */
    readonly killed: OnEach
  }
}

/** The application: a page that anybody may look at. */
export interface Site {
  readonly origin: string
  close(): void
}

/** Serves the application's page. */
async function openSite(): Promise<Site> {
  const server = createServer((_, response) =>
    response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>App</title><h1>App</h1>'),
  )
  await new Promise<void>((resolve) => void server.listen(0, 'localhost', resolve))
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, close: () => void server.close() }
}

/** Journeys against the built server in processes that share a database, and in those that are killed. */
export const test = base.extend<RaceFixtures, DeploymentFixtures>({
  dialect: ['sqlite', { option: true }],
  site: [
    async ({ browserName: _ }, provide) => {
      const site = await openSite()
      await provide(site)
      site.close()
    },
    { scope: 'worker' },
  ],
  deployments: [
    async ({ browserName: _ }, provide) => {
      const server = await startPostgres()
      const canaries = new Canaries()
      const onEach = async (name: string, processes: number): Promise<OnEach> => {
        const [sqlite, postgres] = await Promise.all([
          deploy(`${name}-sqlite`, null, processes, canaries),
          deploy(`${name}-postgres`, server.url, processes, canaries),
        ])
        return { sqlite, postgres }
      }
      const deployments = { raced: await onEach('raced', 2), killed: await onEach('killed', 1) }
      await provide(deployments)
      const all = Object.values(deployments).flatMap(({ sqlite, postgres }) => [sqlite, postgres])
      await Promise.all(all.flatMap(({ servers, database }) => [database.close(), ...servers.map((each) => each.kill())]))
      await server.stop()
    },
    { scope: 'worker', timeout: 10 * 60_000 },
  ],
  deployment: ({ deployments, dialect }, provide) => provide(deployments.raced[dialect]),
  database: ({ deployment }, provide) => provide(deployment.database),
})
