/** What tests read of an answer. A field that is not there reads as undefined, and the test that expected it fails. */
export interface Heard {
  readonly id: string
  readonly status: string
  readonly errors: readonly { readonly code: string }[]
  readonly email_addresses: readonly Heard[]
  readonly primary_email_address_id: string
  readonly image_url: string
  readonly profile_image_url: string
  readonly created_at: number
  readonly updated_at: number
  readonly expire_at: number
  readonly expires_at: number
  readonly public_metadata: object
  readonly private_metadata: object
  readonly unsafe_metadata: object
  readonly user_id: string
  readonly client_id: string
  readonly token: string
  readonly url: string
  readonly jwt: string
  readonly data: readonly Heard[]
  readonly total_count: number
  readonly directives: readonly string[]
  readonly cookies: readonly string[]
  readonly keys: readonly { readonly kid: string }[]
  readonly sessions: readonly { readonly id: string; readonly last_active_token: { readonly jwt: string } }[]
  readonly response: { readonly id: string; readonly status: string; readonly created_session_id: string }
  readonly client: Heard
}

/** An answer, taken apart. */
export interface Said {
  readonly status: number
  readonly headers: Headers
  readonly body: Heard
  /** The same, where it is a list. */
  readonly list: readonly Heard[]
}

/** How a test sends a request. */
export type Send = (request: Request) => Promise<Response>

/** Sends a request and reads what comes back. */
export async function say(send: Send, request: Request): Promise<Said> {
  const response = await send(request)
  const text = await response.text()
  const body = (text === '' ? {} : JSON.parse(text)) as Heard
  return { status: response.status, headers: response.headers, body, list: Array.isArray(body) ? (body as Heard[]) : [] }
}
