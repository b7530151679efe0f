import type { Answer, Connection } from '../../e2e/support/connection.ts'
import type { Subject } from './subject.ts'

/** One complete sign-up or sign-in by code over one connection, as the product's own SDK does it. Throws when it does not end signed in. */
export type Flow = (subject: Subject, connection: Connection, address: string) => Promise<void>

/** Three requests: create, prepare, attempt. */
export const latchkeySignUp: Flow = async (subject, connection, address) => {
  const path = `${subject.base}/v1/client/sign_ups`
  const begun = await connection.ask({ path, form: { email_address: address } })
  const id = idOf(begun)
  const headers = { Cookie: cookieOf(begun) }
  expect(await connection.ask({ path: `${path}/${id}/prepare_verification`, form: { strategy: 'email_code' }, headers }))
  const code = await subject.code(address)
  const done = await connection.ask({ path: `${path}/${id}/attempt_verification`, form: { strategy: 'email_code', code }, headers })
  expect(done, '"status":"complete"')
}

/** Three requests: create, prepare, attempt. */
export const latchkeySignIn: Flow = async (subject, connection, address) => {
  await signInToLatchkey(subject, connection, address)
}

/** The same, answering what a token refresh needs. */
export async function signInToLatchkey(
  subject: Subject,
  connection: Connection,
  address: string,
): Promise<{ cookie: string; sessionId: string }> {
  const path = `${subject.base}/v1/client/sign_ins`
  const begun = await connection.ask({ path, form: { identifier: address } })
  const id = idOf(begun)
  const headers = { Cookie: cookieOf(begun) }
  expect(await connection.ask({ path: `${path}/${id}/prepare_first_factor`, form: { strategy: 'email_code' }, headers }))
  const code = await subject.code(address)
  const done = await connection.ask({ path: `${path}/${id}/attempt_first_factor`, form: { strategy: 'email_code', code }, headers })
  expect(done, '"status":"complete"')
  return { cookie: cookieOf(done), sessionId: /"created_session_id":"(\w+)"/.exec(done.body)![1]! }
}

/** Two requests: send, sign in; an unknown address is signed up by the same two. */
export const betterAuthSignIn: Flow = async (subject, connection, address) => {
  expect(await connection.ask({ path: '/api/auth/email-otp/send-verification-otp', json: { email: address, type: 'sign-in' } }))
  const otp = await subject.code(address)
  const done = await connection.ask({ path: '/api/auth/sign-in/email-otp', json: { email: address, otp } })
  expect(done, '"token":')
}

/** What an answer sets, as a browser sends it back. */
export function cookieOf({ cookies }: Answer): string {
  return cookies.join('; ')
}

function idOf(answer: Answer): string {
  expect(answer)
  return /"id":"(\w+)"/.exec(answer.body)![1]!
}

function expect(answer: Answer, text = ''): void {
  if (answer.status !== 200 || !answer.body.includes(text)) throw new Error(`answered ${answer.status}: ${answer.body.slice(0, 300)}`)
}
