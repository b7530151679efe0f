import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { ClerkClient, User, verifyToken } from '@clerk/backend'
import { test as base } from '@playwright/test'
import { serve } from '../support/fixtures.ts'
import { installPackages } from '../support/install.ts'
import type { Latchkey } from '../support/server.ts'

type Resources = 'clients' | 'emailAddresses' | 'sessions' | 'signInTokens' | 'testingTokens' | 'users'

/** An application's own server: the SDK's client with the keys of one instance, and the parts of it that journeys ask. */
export interface Scene extends Pick<ClerkClient, Resources> {
  readonly server: Latchkey
  readonly clerk: ClerkClient
  readonly verifyToken: typeof verifyToken
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

/** Sets the scene: one client for all journeys. The SDK is loaded once its packages are there. */
async function createScene(server: Latchkey): Promise<Scene> {
  const { createClerkClient, verifyToken } = await import('@clerk/backend')
  const { publishable_key: publishableKey, secret_key: secretKey, frontend_api_url: proxyUrl } = server.application
  const apiUrl = server.application.backend_api_url
  const clerk = createClerkClient({ secretKey, publishableKey, apiUrl, proxyUrl, telemetry: { disabled: true } })
  const { clients, emailAddresses, sessions, signInTokens, testingTokens, users } = clerk
  let number = 0
  const newAddress = (name: string): string => {
    number += 1
    return `${name}-${number}@example.com`
  }
  return {
    ...{ clients, emailAddresses, sessions, signInTokens, testingTokens, users },
    server,
    clerk,
    verifyToken,
    apiUrl,
    secretKey,
    publishableKey,
    suffix: createHash('sha1').update(publishableKey).digest('base64url').slice(0, 8),
    newAddress,
    person: (name) => users.createUser({ emailAddress: [newAddress(name)], firstName: name }),
  }
}

const minutes = 60_000

/** Journeys of the unmodified `@clerk/backend` against a server of their own. */
export const test = base.extend<Omit<Scene, 'server' | 'publishableKey'>, { server: Latchkey; scene: Scene }>({
  server: [
    async ({ browserName: _ }, provide) => serve({ suite: 'backend', port: 4680 }, provide),
    { scope: 'worker', timeout: 5 * minutes },
  ],
  scene: [
    async ({ server }, provide) => {
      await installPackages(import.meta.dirname)
      await provide(await createScene(server))
    },
    { scope: 'worker', timeout: 20 * minutes },
  ],
  clerk: ({ scene }, provide) => provide(scene.clerk),
  clients: ({ scene }, provide) => provide(scene.clients),
  emailAddresses: ({ scene }, provide) => provide(scene.emailAddresses),
  sessions: ({ scene }, provide) => provide(scene.sessions),
  signInTokens: ({ scene }, provide) => provide(scene.signInTokens),
  testingTokens: ({ scene }, provide) => provide(scene.testingTokens),
  users: ({ scene }, provide) => provide(scene.users),
  verifyToken: ({ scene }, provide) => provide(scene.verifyToken),
  apiUrl: ({ scene }, provide) => provide(scene.apiUrl),
  secretKey: ({ scene }, provide) => provide(scene.secretKey),
  suffix: ({ scene }, provide) => provide(scene.suffix),
  newAddress: ({ scene }, provide) => provide(scene.newAddress),
  person: ({ scene }, provide) => provide(scene.person),
})

/** Checks that the SDK's call is refused with this status and code. */
export async function isRefused(call: Promise<unknown>, status: number, code: string): Promise<void> {
  await assert.rejects(call, (error: { status?: number; errors?: { code: string; message: string }[]; clerkTraceId?: string }) => {
    assert.deepEqual({ status: error.status, code: error.errors?.[0]?.code }, { status, code })
    assert.ok(error.errors?.[0]?.message, 'a refusal has words')
    assert.ok(error.clerkTraceId, 'a refusal has a trace id')
    return true
  })
}
