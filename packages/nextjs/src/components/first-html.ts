import { type Environment, environmentFromJSON } from '@latchkey/js'
import { frontendApiUrl, parsePublishableKey } from '@latchkey/protocol'
import { uptime } from '../platform/clock.ts'
import { readEnvironment } from '../platform/environment.ts'
import { keptFetch, timeout } from '../platform/fetch.ts'
import { ENVIRONMENT_PATH } from '../settings/prefix.ts'

/** What the server's half of a form takes besides the form's own props. */
export interface FirstHtmlProps {
  /**
   * The page's own `searchParams`: without scripts the page's `?redirect_url=` is known by them alone. Reading them makes a page
   * dynamic.
   */
  readonly searchParams?: Promise<Readonly<Record<string, string | readonly string[] | undefined>>> | undefined
}

/** What a form is drawn with in the first HTML: the instance's settings, and where the page says to go on to. */
export async function firstHtml<Props extends { readonly environment?: Environment | null; readonly search?: string }>({
  searchParams,
  ...props
}: Props & FirstHtmlProps): Promise<
  Omit<Props & FirstHtmlProps, 'searchParams'> & { readonly environment: Environment | null; readonly search: string }
> {
  const [query, environment] = await Promise.all([searchParams, props.environment ?? fetchEnvironment()])
  const to = query?.redirect_url
  return { ...props, environment, search: props.search ?? (typeof to === 'string' ? `?${new URLSearchParams({ redirect_url: to })}` : '') }
}

/** How long an answer is good, in seconds. Next.js keeps it, and renders pages with it anew that often. */
const keptSeconds = 60
const timeoutMs = 2000
/** How long nothing is asked after a failure. */
const againMs = 5000

const failedUntil = new Map<string, number>()

/**
 * The settings of the app's instance, so that the first HTML of a form is complete. `null` when the server is away: then the browser
 * asks, and neither a page nor a build fails.
 */
export async function fetchEnvironment(): Promise<Environment | null> {
  const parsed = parsePublishableKey(readEnvironment().publishableKey ?? '')
  if (parsed === null) return null
  const url = `${frontendApiUrl(parsed.frontendApi)}${ENVIRONMENT_PATH}`
  if (uptime() < (failedUntil.get(url) ?? 0)) return null
  try {
    const answer = await keptFetch(url, keptSeconds, { signal: timeout(timeoutMs) })
    if (answer.ok) return environmentFromJSON(await answer.json())
  } catch {
    // Nobody there, or not in time.
  }
  failedUntil.set(url, uptime() + againMs)
  return null
}
