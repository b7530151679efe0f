import { createLatchkeyClient, type LatchkeyClient } from '@latchkey/backend'
import { liveFetch } from '../platform/fetch.ts'
import { requireSettings } from '../settings/read-settings.ts'

const clients = new Map<string, LatchkeyClient>()

/**
 * The Backend API of the app's instance: users, sessions and so on, with the rights of the secret key.
 * @throws Error in one sentence when a key is missing
 */
export function latchkeyClient(): LatchkeyClient {
  const { secretKey, publishableKey } = requireSettings()
  const name = `${publishableKey} ${secretKey}`
  const client = clients.get(name) ?? createLatchkeyClient({ secretKey, publishableKey, fetch: liveFetch })
  clients.set(name, client)
  return client
}
