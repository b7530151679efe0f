import type { ClientJSON } from '@latchkey/protocol'
import { vi } from 'vitest'
import { createLatchkey } from '../create-latchkey.ts'
import type { LatchkeyOptions, Navigator } from '../latchkey.ts'
import type { Fetch } from '../platform/browser-fetch.ts'

/** An answer to be given: a body of status 200, or a whole response. */
export type Scripted = Response | { readonly [name: string]: unknown }

/** A server that says what a test wants. */
export interface ScriptedServer {
  /** Who is signed in, for everything that has no answer of its own. */
  client: ClientJSON | null
  /** No answer comes. */
  down: boolean
  /** Answers of single endpoints, as `POST /v1/client/sign_ins`. */
  readonly answers: Map<string, () => Scripted | Promise<Scripted>>
  /** What was asked. */
  readonly asked: string[]
}

/** A refusal as the wire has it. */
export const refusal = (status: number, code: string, meta?: unknown): Response =>
  Response.json({ errors: [{ code, message: code, long_message: code }], clerk_trace_id: 't', meta }, { status })

/** A page whose server says what a test wants. */
export function scriptedPage(options: Partial<LatchkeyOptions> = {}) {
  const server: ScriptedServer = { client: null, down: false, answers: new Map(), asked: [] }
  const fetch: Fetch = async (input, init) => {
    const name = `${init?.method} ${(input as string).replace('/__latchkey', '')}`
    server.asked.push(name)
    if (server.down) throw new TypeError('fetch failed')
    const answer = (await server.answers.get(name)?.()) ?? { response: server.client, client: server.client }
    return answer instanceof Response ? answer : Response.json(answer)
  }
  const navigator = { navigate: vi.fn<Navigator['navigate']>(), refresh: vi.fn<Navigator['refresh']>() }
  const latchkey = createLatchkey({ publishableKey: 'pk_live_x', baseUrl: '/__latchkey', fetch, navigator, ...options })
  return { server, latchkey, navigator }
}
