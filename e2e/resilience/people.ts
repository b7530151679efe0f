import assert from 'node:assert/strict'
import type { Message } from '../support/inbox.ts'
import type { Deployment } from './deployment.ts'
import { newVisitor, type Visitor } from './visitor.ts'

/** Somebody with an account. */
export interface Person {
  readonly id: string
  readonly address: string
}

let number = 0

/** An address nobody has. */
export function newAddress(name: string): string {
  number += 1
  return `${name}-${number}@example.com`
}

/** A user with one address. */
export async function newPerson(deployment: Deployment, name: string): Promise<Person> {
  const address = newAddress(name)
  const { id } = await deployment.backend<{ id: string }>('/v1/users', { email_address: [address] })
  return { id, address }
}

/** A session of hers in a browser of its own, by a sign-in token. */
export async function signedIn(deployment: Deployment, { id }: Person): Promise<{ visitor: Visitor; sessionId: string }> {
  const visitor = newVisitor(deployment)
  const { token } = await deployment.backend<{ token: string }>('/v1/sign_in_tokens', { user_id: id, expires_in_seconds: 60 })
  const { response } = await visitor.send('/v1/client/sign_ins', { strategy: 'ticket', ticket: token })
  return { visitor, sessionId: response!.created_session_id! }
}

/** Which mail: the one of this attempt, or the newest once there are so many. */
export interface WhichMail {
  readonly attemptId?: string
  readonly count?: number
}

/** A mail to an address; waits until it is there. @throws when it does not come */
export async function mailTo(deployment: Deployment, address: string, { attemptId = '', count = 1 }: WhichMail = {}): Promise<Message> {
  const path = `${deployment.base}/v1/latchkey/inbox?${new URLSearchParams({ to: address })}`
  for (let waited = 0; waited < 60_000; waited += 40) {
    const { data } = JSON.parse((await deployment.once({ path })).body) as { data: Message[] }
    const fitting = data.filter(({ code, link }) => code !== null && (attemptId === '' || link?.includes(attemptId)))
    if (fitting.length >= count) return fitting.toSorted((one, other) => other.created_at - one.created_at)[0]!
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
  throw new Error(`No mail to ${address}.`)
}

/** The code of a mail to an address. */
export async function codeTo(deployment: Deployment, address: string, which?: WhichMail): Promise<string> {
  const { code } = await mailTo(deployment, address, which)
  assert.match(code ?? '', /^\d{6}$/, 'the mail has a code')
  return code!
}
