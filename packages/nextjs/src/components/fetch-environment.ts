import { type Environment, environmentFromJSON } from '@latchkey/js'
import { frontendApiUrl, parsePublishableKey } from '@latchkey/protocol'
import { uptime } from '../platform/clock.ts'
import { readEnvironment } from '../platform/environment.ts'
import { keptFetch, timeout } from '../platform/fetch.ts'

const freshMs = 60_000
/** How long nothing is asked after a failure. */
const againMs = 5000
const timeoutMs = 2000

interface Known {
  readonly environment: Promise<Environment | null>
  until: number
}

const known = new Map<string, Known>()

/**
 * The settings of the app's instance, so that the first HTML of a form is complete. `null` when the server is away: then the browser
 * asks, and neither a page nor a build fails.
 */
export function fetchEnvironment(): Promise<Environment | null> {
  const parsed = parsePublishableKey(readEnvironment().publishableKey ?? '')
  if (parsed === null) return Promise.resolve(null)
  const url = `${frontendApiUrl(parsed.frontendApi)}/v1/environment`
  const found = known.get(url)
  if (found !== undefined && uptime() < found.until) return found.environment
  const asked: Known = { environment: ask(url), until: Infinity }
  known.set(url, asked)
  void asked.environment.then((environment) => (asked.until = uptime() + (environment === null ? againMs : freshMs)))
  return asked.environment
}

async function ask(url: string): Promise<Environment | null> {
  try {
    const answer = await keptFetch(url, freshMs / 1000, { signal: timeout(timeoutMs) })
    return answer.ok ? environmentFromJSON(await answer.json()) : null
  } catch {
    return null
  }
}
