import { setTimeout as sleep } from 'node:timers/promises'
import { isBusy, sqliteError } from './sqlite-error.ts'

/** Each try waits 200 ms inside SQLite, then leaves the loop to others for a moment; 5 s in all. */
const patience = 20
const pauseMs = 50

/**
 * Does what needs a lock, again and again while another process holds it.
 * @throws {StorageUnavailable} when the other process does not let go
 */
export async function whenFree<T>(run: () => T, tries = patience): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return run()
    } catch (error) {
      if (!isBusy(error) || attempt >= tries) throw sqliteError(error)
      await sleep(pauseMs)
    }
  }
}
