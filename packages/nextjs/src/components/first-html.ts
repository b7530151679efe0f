import type { Environment } from '@latchkey/js'
import { fetchEnvironment } from './fetch-environment.ts'

/** What the server's half of a form takes besides the form's own props. */
export interface FirstHtmlProps {
  /** The page's own `searchParams`: without scripts the page's `?redirect_url=` is known by them alone. Reading them makes a page dynamic. */
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
