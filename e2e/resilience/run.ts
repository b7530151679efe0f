import { startPostgres } from '../../tools/testing/start-postgres.ts'
import { runJourneys } from '../support/test.ts'
import { Canaries } from './canaries.ts'
import { codeJourneys } from './codes.ts'
import { deploy } from './deployment.ts'
import { singleUseJourneys } from './single-use.ts'
import { warmUp } from './server-process.ts'

await warmUp()
const postgres = await startPostgres()
const canaries = new Canaries()
const both = [await deploy('races-sqlite', null, 2, canaries), await deploy('races-postgres', postgres.url, 2, canaries)]
const failed = await runJourneys(both.flatMap(deployment => [...codeJourneys(deployment), ...singleUseJourneys(deployment)]), {
  open: async () => undefined,
  close: async () => undefined,
})
for (const deployment of both) {
  await Promise.all(deployment.servers.map(server => server.stop()))
  console.log(deployment.log())
  await deployment.database.close()
}
console.log(canaries.counts)
await postgres.stop()
process.exitCode = failed > 0 ? 1 : 0
