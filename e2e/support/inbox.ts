import type { Latchkey } from './server.ts'

/** A message as the development inbox shows it. */
export interface Message {
  readonly id: string
  readonly channel: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string | null
  readonly code: string | null
  readonly link: string | null
  readonly created_at: number
}

/** Reads the development inbox and remembers what was read. */
export interface Inbox {
  /**
   * The newest message to this address that carries a code and was not read before; waits for it up to a minute.
   * @throws when none comes.
   */
  next(to: string): Promise<Message>
  /** All messages to this address, newest first, without waiting. */
  all(to: string): Promise<readonly Message[]>
}

/** Opens the development inbox of the application under test. */
export function openInbox({ application }: Latchkey): Inbox {
  const read = new Set<string>()
  const all = async (to: string): Promise<readonly Message[]> => {
    const response = await fetch(`${application.frontend_api_url}/v1/latchkey/inbox?${new URLSearchParams({ to })}`, {
      headers: { authorization: `Bearer ${application.secret_key}` },
    })
    if (!response.ok) throw new Error(`The inbox answered ${response.status}: ${await response.text()}`)
    return ((await response.json()) as { data: Message[] }).data
  }
  return {
    all,
    async next(to) {
      const until = Date.now() + 60_000
      do {
        // Emails about an account, such as a new device, carry no code and come when they come.
        const fresh = (await all(to)).filter((message) => message.code !== null && !read.has(message.id))
        fresh.forEach((message) => read.add(message.id))
        if (fresh[0]) return fresh[0]
        await new Promise((resolve) => setTimeout(resolve, 50))
      } while (Date.now() < until)
      throw new Error(`No new message to ${to} in a minute.`)
    },
  }
}
