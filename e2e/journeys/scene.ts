import type { App } from '../support/app.ts'
import { type Inbox, openInbox } from '../support/inbox.ts'
import type { Latchkey } from '../support/server.ts'

/** Somebody who has an account. */
export interface Person {
  readonly id: string
  readonly address: string
}

/** Where the journeys happen: a server, an application of ours with a Clerk SDK in it, and the mail. */
export interface Scene {
  readonly server: Latchkey
  readonly app: App
  readonly inbox: Inbox
  /** The application's pages, as paths. */
  readonly paths: Paths
  /** An address nobody has. */
  newAddress(name: string): string
  /** Makes a user through the Backend API. */
  person(name: string): Promise<Person>
  /** How many sessions a user ever had, as the Backend API tells. */
  countSessions(person: Person): Promise<number>
}

/** The paths of the application's pages. */
export interface Paths {
  readonly signIn: string
  readonly signUp: string
  /** Where the application sends people who signed up or in. */
  readonly landing: string
}

/** Sets the scene of a suite. */
export function createScene(server: Latchkey, app: App, paths: Paths): Scene {
  let number = 0
  const newAddress = (name: string): string => {
    number += 1
    return `${name}-${number}@example.com`
  }
  const backend = async (path: string, body?: unknown): Promise<unknown> => {
    const { backend_api_url: api, secret_key: key } = server.application
    const response = await fetch(api + path, {
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    return response.json()
  }
  return {
    server,
    app,
    inbox: openInbox(server),
    paths,
    newAddress,
    async person(name) {
      const address = newAddress(name)
      const { id } = (await backend('/v1/users', { email_address: [address], first_name: name })) as { id: string }
      return { id, address }
    },
    async countSessions({ id }) {
      const { total_count: count } = (await backend(`/v1/sessions?user_id=${id}&paginated=true`)) as { total_count: number }
      return count
    },
  }
}
