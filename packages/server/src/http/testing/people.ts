import type { Browser, Seen } from './test-browser.ts'
import type { TestServer } from './test-server.ts'

/** Signs somebody up by code as Clerk's components do it; the last answer. */
export async function signUp(
  server: TestServer,
  browser: Browser,
  address: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<Seen> {
  const begun = await browser.post('/v1/client/sign_ups', { email_address: address, ...fields })
  const path = `/v1/client/sign_ups/${begun.json.response.id}`
  await browser.post(`${path}/prepare_verification`, { strategy: 'email_code' })
  return browser.post(`${path}/attempt_verification`, { strategy: 'email_code', code: await lastCode(server, address) })
}

/** Begins a sign-in and has its message sent; the sign-in as it stands. */
export async function beginSignIn(
  browser: Browser,
  address: string,
  fields: Readonly<Record<string, string>> = { strategy: 'email_code' },
): Promise<Seen> {
  const begun = await browser.post('/v1/client/sign_ins', { identifier: address })
  return browser.post(`/v1/client/sign_ins/${begun.json.response.id}/prepare_first_factor`, fields)
}

/** Signs somebody in by code; the last answer. */
export async function signIn(server: TestServer, browser: Browser, address: string): Promise<Seen> {
  const { json } = await beginSignIn(browser, address)
  const path = `/v1/client/sign_ins/${json.response.id}/attempt_first_factor`
  return browser.post(path, { strategy: 'email_code', code: await lastCode(server, address) })
}

/** The code of the newest mail to an address. */
export async function lastCode(server: TestServer, address: string): Promise<string> {
  return (await server.mails(address)).at(-1)!.code
}
