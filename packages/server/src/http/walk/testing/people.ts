import type { CreatedApplication } from '../../../actions/instance/create-application.ts'
import type { Browser } from '../../testing/test-browser.ts'
import type { Prepared } from './described.ts'
import type { Json } from './kinds.ts'
import { HOME_ORIGIN, HOSTED_ORIGIN, type Stage } from './stage.ts'

/** A user whom an operator made. */
export interface Person {
  readonly userId: string
  readonly address: string
  readonly addressId: string
}

/** A person at a browser. */
export interface SignedIn extends Person {
  readonly browser: Browser
  readonly ip: string
  readonly sessionId: string
}

let count = 0

/** An address nobody has, whose code is 424242 in development. */
export function newAddress(): string {
  count += 1
  return `ada-${count}+clerk_test@example.com`
}

/** An address nobody has, whose mails go out. */
export function newMailAddress(): string {
  return newAddress().replace('+clerk_test', '')
}

/** A network nobody came from yet: production instances count requests by it. */
export function newIp(): string {
  count += 1
  return `10.${(count >> 16) & 255}.${(count >> 8) & 255}.${count & 255}`
}

/** Where pages of an application are. */
export function originOf(stage: Stage, app: CreatedApplication): string {
  return app === stage.hosted ? HOSTED_ORIGIN : HOME_ORIGIN
}

/** The credentials of a browser at a page of its application. */
export function asBrowser(stage: Stage, app: CreatedApplication, browser: Browser): { [name: string]: string } {
  const cookie = Array.from(browser.cookies, ([name, value]) => `${name}=${value}`).join('; ')
  return { origin: originOf(stage, app), ...(cookie !== '' && { cookie }) }
}

/** The credentials of a browser behind the server of its application, which keeps its token. */
export function asFirstParty(stage: Stage, app: CreatedApplication, browser: Browser): { [name: string]: string } {
  const token = [...browser.cookies.values()].find((value) => value.startsWith('client_'))
  const origin = originOf(stage, app)
  return {
    origin,
    'latchkey-secret-key': app.secretKey,
    'latchkey-proxy-url': `${origin}/__latchkey`,
    ...(token !== undefined && { 'latchkey-client-token': token }),
  }
}

/** The credentials of an application's own server. */
export function asServer(app: CreatedApplication): { [name: string]: string } {
  return { authorization: `Bearer ${app.secretKey}` }
}

/** A request of an application's own server. */
export async function server(_stage: Stage, app: CreatedApplication): Promise<Prepared> {
  return { base: app.backendApiUrl, headers: asServer(app), ip: newIp() }
}

/** Calls the Backend API and expects it to do as told. */
export async function operate(stage: Stage, app: CreatedApplication, path: string, body: object): Promise<Json> {
  const headers = { ...asServer(app), 'content-type': 'application/json' }
  const response = await stage.fetch(new Request(`${app.backendApiUrl}/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) }))
  return expectGood(response.status, await response.json(), path)
}

/** A user with one address. */
export async function newPerson(stage: Stage, app: CreatedApplication, address = newAddress()): Promise<Person> {
  const { id, primary_email_address_id } = await operate(stage, app, '/users', { email_address: [address] })
  return { userId: id, address, addressId: primary_email_address_id }
}

/** Somebody signed in at a browser of her own: somebody new where there is a code that is known beforehand. */
export async function signedIn(stage: Stage, app: CreatedApplication, person?: Person): Promise<SignedIn> {
  const ip = newIp()
  const browser = stage.browser(app, ip)
  if (person === undefined && app !== stage.hosted) return { ...(await signUp(browser)), browser, ip }
  const who = person ?? (await newPerson(stage, app))
  const { token } = await operate(stage, app, '/sign_in_tokens', { user_id: who.userId })
  const { response } = await ask(browser, '/v1/client/sign_ins', { strategy: 'ticket', ticket: token })
  return { ...who, browser, ip, sessionId: response.created_session_id }
}

async function signUp(browser: Browser): Promise<Person & { readonly sessionId: string }> {
  const address = newAddress()
  const { response: begun } = await ask(browser, '/v1/client/sign_ups', { email_address: address, strategy: 'email_code' })
  const path = `/v1/client/sign_ups/${begun.id as string}/attempt_verification`
  const { response, client } = await ask(browser, path, { strategy: 'email_code', code: '424242' })
  const { user } = client.sessions[0]
  return { userId: user.id, address, addressId: user.primary_email_address_id, sessionId: response.created_session_id }
}

/** Sends a form and expects it to do as told. */
export async function ask(browser: Browser, path: string, fields: { readonly [name: string]: string }): Promise<Json> {
  const { status, json } = await browser.post(path, fields)
  return expectGood(status, json, path)
}

function expectGood(status: number, json: Json, path: string): Json {
  if (status >= 400) throw new Error(`${path} answers ${status}: ${JSON.stringify(json)}`)
  return json
}
