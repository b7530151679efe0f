import { codeJourneys } from './codes.ts'
import { test } from './deployments.ts'
import { endingJourneys } from './endings.ts'
import { killJourneys } from './kills.ts'
import { scannerJourneys } from './scanner.ts'
import { secretJourneys, troubleJourney } from './secrets.ts'
import { singleUseJourneys } from './single-use.ts'

killJourneys(50)
for (const dialect of ['sqlite', 'postgres'] as const)
  test.describe(() => {
    test.use({ dialect })
    codeJourneys(dialect)
    singleUseJourneys(dialect)
    endingJourneys(dialect)
    scannerJourneys(dialect)
    troubleJourney(dialect)
  })
secretJourneys()
