import { setTimeout as sleep } from 'node:timers/promises'
import type { Driver, Handle, Role } from './driver.ts'

const PATIENCE = 60_000

/** Somebody at a browser, who finds things by what they are called and waits for what is to come. */
export interface Person {
  readonly driver: Driver
  visits(url: string): Promise<void>
  fills(label: string, text: string): Promise<void>
  presses(role: Exclude<Role, 'textbox'>, name: string): Promise<void>
  /** Waits until the page shows this text. */
  sees(text: string): Promise<void>
  /** Waits until the tab is at an address with this path. */
  arrivesAt(path: string): Promise<void>
}

/** Sits somebody down at a browser. */
export function personAt(driver: Driver): Person {
  const seen = (): Promise<string> => driver.evaluate('document.body?.innerText ?? ""')
  const path = (): Promise<string> => driver.evaluate('location.pathname')
  const use = async (role: Role, name: string): Promise<Handle> => {
    let found: Handle | null = null
    const usable = async () => {
      found = await driver.find(role, name)
      return found !== null && (await found.listens())
    }
    await until(usable, async () => `No ${role} “${name}” that can be used, but at ${await path()}:\n${await seen()}`)
    // It was found, or it would have thrown.
    return found as unknown as Handle
  }
  return {
    driver,
    visits: (url) => driver.open(url),
    fills: async (label, text) => (await use('textbox', label)).type(text),
    presses: async (role, name) => (await use(role, name)).click(),
    sees: (text) =>
      until(
        async () => (await seen()).includes(text),
        async () => `Not “${text}”, but at ${await path()}:\n${await seen()}`,
      ),
    arrivesAt: (wanted) =>
      until(
        async () => (await path()) === wanted,
        async () => `Not at ${wanted}, but at ${await path()}:\n${await seen()}`,
      ),
  }
}

/**
 * Asks until it holds. A page that is on its way to the next one has no answer.
 * @throws what went wrong when it has not come to hold in time
 */
async function until(holds: () => Promise<boolean>, wrong: () => Promise<string>): Promise<void> {
  const late = Date.now() + PATIENCE
  let last: unknown
  do {
    const answer = await holds().catch((error: unknown) => {
      last = error
      return false
    })
    if (answer) return
    await sleep(50)
  } while (Date.now() < late)
  throw new Error(await wrong().catch(() => 'No page answers.'), { cause: last })
}
