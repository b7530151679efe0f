import { openStorage } from '../open-storage.ts'
import { insertIdentification } from '../identifications/identifications.ts'
import { insertUser } from '../users/users.ts'
import { anIdentification, aUser } from './fixtures.ts'

/** Signs users up, eight at a time, and prints each only after its transaction is committed, until it is killed. */
const [url = '', instanceId = ''] = process.argv.slice(2)
const storage = await openStorage({ url })

async function signUp(): Promise<void> {
  for (;;) {
    const user = aUser()
    await storage.transaction(async (db) => {
      await insertUser({ db, instanceId }, user)
      await insertIdentification({ db, instanceId }, anIdentification(user.id, `${user.id}@example.com`))
    })
    process.stdout.write(`${user.id}\n`)
  }
}

await Promise.all(Array.from({ length: 8 }, signUp))
