import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { Answer, Asked } from '../support/connection.ts'
import { appOrigin, type Deployment } from './deployment.ts'

/** A browser without a window: keeps the client cookie, speaks to the Frontend API from a page of the application. */
export interface Visitor {
  /** A request as this browser would send it now, cookie included; for races, where many are sent at once. */
  asked(path: string, form?: Readonly<Record<string, string>>): Asked
  /** Sends one and keeps the cookie that comes back. @throws when it is refused */
  send(path: string, form?: Readonly<Record<string, string>>): Promise<Reply>
  /** The ids of the sessions it holds. */
  sessions(): Promise<readonly string[]>
  /** Keeps what an answer sets. */
  keep(answer: Answer): void
  readonly cookie: string
}

/** What the answers of the Frontend API say, as far as anybody looks. */
export interface Reply {
  /** A sign-in or a sign-up, or the client where that is what was asked for. */
  readonly response?: (Attempt & Partial<Client>) | null
  readonly client?: Client | null
  readonly jwt?: string
  readonly errors?: readonly { readonly code: string }[]
}

interface Client {
  readonly id: string
  readonly sessions: readonly { readonly id: string }[]
}

interface Attempt {
  readonly id: string
  readonly status: string
  readonly created_session_id: string | null
  readonly created_user_id?: string | null
}

/** A browser that has never been here. */
export function newVisitor(deployment: Deployment): Visitor {
  const suffix = createHash('sha1').update(deployment.publishableKey).digest('base64url').slice(0, 8)
  const name = `__client_${suffix}`
  let cookie = ''
  const asked: Visitor['asked'] = (path, form) => ({
    path: deployment.base + path,
    headers: { Origin: appOrigin, 'User-Agent': 'resilience', ...(cookie === '' ? {} : { Cookie: cookie }) },
    ...(form ? { form } : {}),
  })
  const keep = ({ cookies }: Answer): void => {
    cookie = cookies.find((line) => line.startsWith(`${name}=`)) ?? cookie
  }
  const send = async (path: string, form?: Readonly<Record<string, string>>): Promise<Reply> => {
    const answer = await deployment.once(asked(path, form))
    assert.equal(answer.status, 200, `${path} answered ${answer.status}: ${answer.body.slice(0, 500)}`)
    keep(answer)
    return replyOf(answer)
  }
  return {
    asked,
    keep,
    send,
    sessions: async () => ((await send('/v1/client')).response?.sessions ?? []).map(({ id }) => id),
    get cookie() {
      return cookie
    },
  }
}

/** The body of an answer; nothing for a page. */
export function replyOf({ body }: Answer): Reply {
  return body.startsWith('{') ? (JSON.parse(body) as Reply) : {}
}

/** The code of a refusal; empty when it is none. */
export function refusalOf(answer: Answer): string {
  return replyOf(answer).errors?.[0]?.code ?? ''
}
