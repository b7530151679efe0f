import { startPostgres } from '../../tools/testing/start-postgres.ts'
import { openChromium } from '../support/browser.ts'
import { runJourneys } from '../support/test.ts'
import { Canaries } from './canaries.ts'
import { codeJourneys } from './codes.ts'
import { deploy } from './deployment.ts'
import { endingJourneys } from './endings.ts'
import { killJourneys } from './kills.ts'
import { openApp, scannerJourneys } from './scanner.ts'
import { secretJourneys, troubleJourney } from './secrets.ts'
import { singleUseJourneys } from './single-use.ts'

const [postgres, chromium, app] = await Promise.all([startPostgres(), openChromium(), openApp()])
const canaries = new Canaries()
const raced = await Promise.all([deploy('raced-sqlite', null, 2, canaries), deploy('raced-postgres', postgres.url, 2, canaries)])
const killed = await Promise.all([deploy('killed-sqlite', null, 1, canaries), deploy('killed-postgres', postgres.url, 1, canaries)])
const failed = await runJourneys(
  [
    ...killJourneys(killed, 50),
    ...raced.flatMap((deployment) => [
      ...codeJourneys(deployment),
      ...singleUseJourneys(deployment),
      ...endingJourneys(deployment),
      ...scannerJourneys(deployment, chromium, app),
      troubleJourney(deployment),
    ]),
    ...secretJourneys([...raced, ...killed]),
  ],
  { open: async () => undefined, close: async () => undefined },
)
// A server that is still there would keep this process from ending.
await Promise.all([...raced, ...killed].flatMap(({ servers, database }) => [database.close(), ...servers.map((server) => server.kill())]))
app.close()
await Promise.all([chromium.close(), postgres.stop()])
process.exitCode = failed > 0 ? 1 : 0
