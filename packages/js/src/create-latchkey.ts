import { createCore, createSettings } from './core/create-core.ts'
import { createDeparture, createSessions } from './core/create-sessions.ts'
import { createLoading } from './core/create-loading.ts'
import { createTokens } from './core/create-tokens.ts'
import type { Latchkey, LatchkeyOptions } from './latchkey.ts'
import { browserFetch } from './platform/browser-fetch.ts'
import { complain, here, hintSaysIn, isSeen, later, now, onPageEvents, openTabs, pageNavigator, type Tabs } from './platform/page.ts'
import { createTransport } from './transport/create-transport.ts'
import { webUrl } from './urls.ts'

/** Makes the store of a page. Nothing is asked of the server before somebody needs it. */
export function createLatchkey(options: LatchkeyOptions): Latchkey {
  const { publishableKey, hintCookie = null } = options
  let navigator = options.navigator ?? pageNavigator
  const lines = new Set<Tabs>()
  const tell = () => lines.forEach((line) => line.tell())
  const departure = createDeparture({ here, now })
  const navigate: Latchkey['navigate'] = async (to, { automatic = false, ...how } = {}) => {
    if (!automatic || !departure.underway()) await navigator.navigate(webUrl(to), how)
  }

  const core = createCore({
    transport: createTransport({ baseUrl: options.baseUrl, fetch: options.fetch ?? browserFetch }),
    environment: options.environment ?? null,
    client: options.client,
    now,
    tokenOf: (id, how) => tokens.tokenOf(id, how),
    changed(byUs) {
      tokens.clear()
      if (byUs) tell()
    },
    unauthorized: () => loading.refresh(),
  })
  const hint = () => (hintCookie === null ? null : hintSaysIn(hintCookie))
  const loading = createLoading({ core, hint, now, failed: complainer(publishableKey), later, isSeen })
  const tokens = createTokens({ core, loading, now })
  const { store } = core

  return {
    publishableKey,
    getSnapshot: store.get,
    getServerSnapshot: store.initial,
    subscribe: store.subscribe,
    load: loading.load,
    reload: loading.reload,
    ...createSettings(core),
    ...createSessions({ core, departure, tell, go: async (to) => (to === undefined ? navigator.refresh() : navigate(to)) }),
    getToken: tokens.getToken,
    navigate,
    setNavigator: (other) => void (navigator = other),
    watch() {
      const desist = loading.persist()
      void loading.begin()
      const line = openTabs(publishableKey, () => void loading.reload())
      lines.add(line)
      const unlisten = onPageEvents({
        looked: () => void loading.look(),
        online: () => void loading.online(),
        restored: () => void loading.reload(),
      })
      return () => {
        desist()
        unlisten()
        lines.delete(line)
        line.close()
      }
    },
  }
}

/** Tells the developer of a development instance why nobody could be loaded, once for each reason. */
function complainer(publishableKey: string): (error: unknown) => void {
  let last = ''
  return (error) => {
    const reason = error instanceof Error ? error.message : String(error)
    if (publishableKey.startsWith('pk_test_') && reason !== last) complain(reason)
    last = reason
  }
}
