'use client'
import { createLatchkey, DEFAULT_ENVIRONMENT } from '@latchkey/js'
import { LatchkeyProvider } from '@latchkey/react'
import { type Appearance, AppearanceProvider, ModalProvider } from '@latchkey/ui'
import { type ReactNode, useState } from 'react'
import { clientOf, type TestUser } from './client-of.ts'

/** What the provider for tests takes. Everything can be left out. */
export interface LatchkeyTestProviderProps {
  /** Who is signed in; `null` for nobody. Without it, somebody called Ada Lovelace. */
  readonly user?: TestUser | null
  /** Is told where a component wants to go. */
  readonly onNavigate?: ((to: string) => void) | undefined
  /** Answers what components ask of the server, as the browser's `fetch` would. Without it, signing out works and nothing else does. */
  readonly fetch?: typeof globalThis.fetch | undefined
  readonly appearance?: Appearance | undefined
  readonly children?: ReactNode
}

/**
 * Stands where `<LatchkeyProvider>` stands in the app, in tests of components: whoever is named is signed in from the first render,
 * no server is asked, and Next.js need not run.
 */
export function LatchkeyTestProvider({ user = {}, onNavigate, fetch, appearance, children }: LatchkeyTestProviderProps): ReactNode {
  const [latchkey] = useState(() =>
    createLatchkey({
      publishableKey: 'pk_live_test',
      baseUrl: '/__latchkey',
      client: clientOf(user),
      environment: DEFAULT_ENVIRONMENT,
      fetch: fetch ?? withoutServer,
      navigator: { navigate: (to) => onNavigate?.(to), refresh: () => {} },
    }),
  )
  return (
    <LatchkeyProvider latchkey={latchkey}>
      <AppearanceProvider appearance={appearance}>
        <ModalProvider>{children}</ModalProvider>
      </AppearanceProvider>
    </LatchkeyProvider>
  )
}

/** Nobody is signed in any more after a session was ended. Everything else is refused by name. */
const withoutServer: typeof globalThis.fetch = async (input, init) => {
  const url = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url
  const method = init?.method ?? 'GET'
  const ends = /\/v1\/client\/sessions\/[^/]+\/(?:end|remove)$/.test(url) || (method === 'DELETE' && url.endsWith('/v1/client/sessions'))
  if (ends) return answer(200, { response: null, client: null })
  const message = `${method} ${url} was asked in a test, where there is no server.`
  return answer(501, {
    errors: [{ code: 'no_server', message, long_message: `${message} Give LatchkeyTestProvider a fetch that answers it.` }],
  })
}

/** The part of a `Response` that is read: the browser that Jest imitates has no `Response`. */
function answer(status: number, body: object): Response {
  return { status, ok: status < 400, headers: { get: () => null }, text: async () => JSON.stringify(body) } as unknown as Response
}
