import { openStorage } from '../open-storage.ts'
import { countGuess } from '../verifications/verifications.ts'
import { NOW } from './fixtures.ts'

/** Guesses a hundred times at once and prints how many guesses were judged. */
const [url = '', instanceId = '', attemptId = ''] = process.argv.slice(2)
const storage = await openStorage({ url })
const verdicts = await Promise.all(
  Array.from({ length: 100 }, () =>
    storage.transaction((db) => countGuess({ db, instanceId }, { attemptId, slot: 'first_factor', now: NOW, max: 5 })),
  ),
)
process.stdout.write(`${verdicts.filter((verdict) => verdict !== null).length}\n`)
await storage.close()
