import { inject } from 'vitest'
import type { CreatedApplication } from '../../../server/src/actions/instance/create-application.ts'
import { migrate } from '../../../server/src/actions/testing/migrate.ts'
import type { SettingsPatch } from '../../../server/src/domain/settings/instance-settings.ts'
import { type TestServer, testServer } from '../../../server/src/http/testing/test-server.ts'
import { sqlite } from '../../../../tools/testing/sqlite.ts'
import { createLatchkey } from '../create-latchkey.ts'
import type { Latchkey, LatchkeyOptions } from '../latchkey.ts'
import { type BrowserFetch, browserFetchOf, type Way } from './browser-fetches.ts'

/** A page of an app in a browser. */
export interface Page {
  readonly latchkey: Latchkey
  readonly browser: BrowserFetch
  /** Where the page was told to go, and `refresh` for each time it was to be rendered anew. */
  readonly went: string[]
}

/** A real server in this process, and browsers at the pages of an app on it. */
export interface TestWorld {
  readonly server: TestServer
  readonly app: CreatedApplication
  page(way: Way, options?: Partial<LatchkeyOptions> & { readonly browser?: BrowserFetch }): Page
  /** The code of the newest mail to an address. */
  code(to: string): Promise<string>
  /** The link of the newest mail to an address. */
  link(to: string): Promise<string>
  close(): Promise<void>
}

/** Opens one with a database of its own. */
export async function openTestWorld(settings: SettingsPatch = {}): Promise<TestWorld> {
  if (inject('scratch') === undefined) throw new Error('Run by Vitest with its global set-up.')
  const database = await sqlite.fromTemplate(migrate)
  const server = await testServer(database.url)
  const app = await server.application({ settings })
  const newest = async (to: string) => (await server.mails(to)).at(-1)!
  return {
    server,
    app,
    page(way, { browser = browserFetchOf(way, app, server.fetch), ...options } = {}) {
      const went: string[] = []
      const latchkey = createLatchkey({
        publishableKey: app.publishableKey,
        baseUrl: browser.baseUrl,
        fetch: browser.fetch,
        navigator: { navigate: (to) => void went.push(to), refresh: () => void went.push('refresh') },
        ...options,
      })
      return { latchkey, browser, went }
    },
    code: async (to) => (await newest(to)).code,
    link: async (to) => (await newest(to)).link!,
    async close() {
      await server.close()
      await database.drop()
    },
  }
}
