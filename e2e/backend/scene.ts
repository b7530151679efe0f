import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { type ClerkClient, createClerkClient, type User } from '@clerk/backend'
import type { Latchkey } from '../support/server.ts'

/** An application's own server: the SDK's client with the keys of one instance. */
export interface Scene {
  readonly server: Latchkey
  readonly clerk: ClerkClient
  /** What `apiUrl` is set to: the server's origin. */
  readonly apiUrl: string
  readonly secretKey: string
  readonly publishableKey: string
  /** The end of the names of this instance's cookies, as the SDK computes it from the key. */
  readonly suffix: string
  /** An address nobody has. */
  newAddress(name: string): string
  /** A new user with one address. */
  person(name: string): Promise<User>
}

/** Sets the scene: one client for all journeys. */
export function createScene(server: Latchkey): Scene {
  const { publishable_key: publishableKey, secret_key: secretKey, frontend_api_url: proxyUrl } = server.application
  const apiUrl = server.application.backend_api_url
  const clerk = createClerkClient({ secretKey, publishableKey, apiUrl, proxyUrl, telemetry: { disabled: true } })
  let number = 0
  const newAddress = (name: string): string => {
    number += 1
    return `${name}-${number}@example.com`
  }
  return {
    server,
    clerk,
    apiUrl,
    secretKey,
    publishableKey,
    suffix: createHash('sha1').update(publishableKey).digest('base64url').slice(0, 8),
    newAddress,
    person: (name) => clerk.users.createUser({ emailAddress: [newAddress(name)], firstName: name }),
  }
}

/** Checks that the SDK's call is refused with this status and code. */
export async function isRefused(call: Promise<unknown>, status: number, code: string): Promise<void> {
  await assert.rejects(call, (error: { status?: number; errors?: { code: string; message: string }[]; clerkTraceId?: string }) => {
    assert.deepEqual({ status: error.status, code: error.errors?.[0]?.code }, { status, code })
    assert.ok(error.errors?.[0]?.message, 'a refusal has words')
    assert.ok(error.clerkTraceId, 'a refusal has a trace id')
    return true
  })
}
