import type { ClientOutcome } from '../../actions/call.ts'
import type { SessionState } from '../../actions/session/current-session.ts'

/** What a handler answers with; turned into one Response in one place. */
export interface Reply<Body = unknown> {
  readonly status: number
  /** A value for JSON, a text for HTML, bytes for a file. */
  readonly body: Body
  readonly type: 'json' | 'html' | 'file' | 'none'
  /** Whole `Set-Cookie` values. */
  readonly cookies: readonly string[]
  /** Headers besides the usual ones; they win over those. On a page `null` takes one of them out. */
  readonly headers: { readonly [name: string]: string | null }
  /** What became of the caller's client; a new token goes back the way the old one came. */
  readonly outcome: ClientOutcome | null
  /** Who is signed in afterwards, where the handler found out; only an application's own server is told. */
  readonly session: SessionState | null
}

/** Extras of an answer. */
export type ReplyExtras = Partial<Pick<Reply, 'status' | 'cookies' | 'headers' | 'outcome' | 'session'>>

const plain = { status: 200, cookies: [], headers: {}, outcome: null, session: null }

/** An answer in JSON. */
export function json<Body>(body: Body, extras: ReplyExtras = {}): Reply<Body> {
  return { ...plain, ...extras, body, type: 'json' }
}

/** An answer for a person. @param body a whole document, escaped already */
export function html(body: string, extras: ReplyExtras = {}): Reply<string> {
  return { ...plain, ...extras, body, type: 'html' }
}

/** A file as it is. @param type its whole `Content-Type` */
export function file(body: Uint8Array, type: string, extras: ReplyExtras = {}): Reply<Uint8Array> {
  return { ...plain, ...extras, body, type: 'file', headers: { ...extras.headers, 'Content-Type': type } }
}

/** Sends the browser on, with 307 unless told otherwise. @param location a URL that has been checked */
export function redirect(location: string, extras: ReplyExtras = {}): Reply<null> {
  return { ...plain, status: 307, ...extras, body: null, type: 'none', headers: { ...extras.headers, Location: location } }
}

/** An answer that is only its headers. */
export function empty(status: number, headers: Reply['headers']): Reply<null> {
  return { ...plain, status, body: null, type: 'none', headers }
}
