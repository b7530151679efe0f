import assert from 'node:assert/strict'
import { createPublicKey } from 'node:crypto'
import { claimsOf, headerOf } from '../support/jwt.ts'
import type { Scene } from './scene.ts'

/** A browser's side of the conversation, without a browser: keeps cookies, speaks to the Frontend API. */
export interface Visitor {
  /** The value of the cookie that identifies this browser at the server. */
  clientToken(): string
  /** Sends a form, or asks when there is none; redirects are not followed. */
  ask(path: string, form?: Readonly<Record<string, string>>): Promise<{ status: number; headers: Headers; body: Answer }>
}

/** The parts of the Frontend API's answers that the journeys look at. */
export interface Answer {
  readonly response?: { readonly id: string; readonly status?: string; readonly created_session_id?: string | null }
  readonly client?: { readonly id: string; readonly sessions: readonly SessionOfClient[] } | null
  readonly jwt?: string
  readonly errors?: readonly { readonly code: string }[]
}

interface SessionOfClient {
  readonly id: string
  readonly last_active_token: { readonly jwt: string } | null
}

/** The origin of the application whose pages the visitor is on. */
export const appOrigin = 'http://localhost:3999'

/** A visitor with an empty cookie jar. */
export function createVisitor({ server, suffix }: Scene): Visitor {
  const jar = new Map<string, string>()
  return {
    clientToken: () => jar.get(`__client_${suffix}`) ?? '',
    async ask(path, form) {
      const response = await fetch(server.application.frontend_api_url + path, {
        redirect: 'manual',
        headers: {
          origin: appOrigin,
          cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
          ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        },
        ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
      })
      for (const line of response.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        if (name === undefined || value === undefined) continue
        if (value === '') jar.delete(name)
        else jar.set(name, value)
      }
      const text = await response.text()
      const body = text.startsWith('{') ? (JSON.parse(text) as Answer) : {}
      return { status: response.status, headers: response.headers, body }
    },
  }
}

/** Signs a visitor in with a sign-in token of the Backend API. */
export async function signIn(scene: Scene, userId: string): Promise<{ visitor: Visitor; sessionId: string; jwt: string }> {
  const visitor = createVisitor(scene)
  const { token } = await scene.clerk.signInTokens.createSignInToken({ userId, expiresInSeconds: 60 })
  const { status, body } = await visitor.ask('/v1/client/sign_ins', { strategy: 'ticket', ticket: token })
  const sessionId = body.response?.created_session_id
  const jwt = body.client?.sessions.find(({ id }) => id === sessionId)?.last_active_token?.jwt
  if (!sessionId || !jwt) throw new Error(`Sign-in by ticket answered ${status}: ${JSON.stringify(body).slice(0, 500)}`)
  return { visitor, sessionId, jwt }
}

/** The same token with another user in it and the old signature. */
export function tampered(jwt: string): string {
  const [header, , signature] = jwt.split('.')
  const claims = { ...claimsOf(jwt), sub: 'user_000000000000000000000000000' }
  return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.')
}

/** The public key of the token in the form that `CLERK_JWT_KEY` takes. */
export async function pem({ clerk }: Scene, jwt: string): Promise<string> {
  const { kid } = headerOf(jwt)
  const { keys } = await clerk.jwks.getJwks()
  const key = keys?.find((candidate) => candidate.kid === kid)
  assert.ok(key, `the key ${kid} of the token is in the key set`)
  return createPublicKey({ key, format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString()
}
