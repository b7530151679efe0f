import type { FrontendCall } from '../../actions/call.ts'

/** Who is asked, and by which base. */
export type Reached = Pick<FrontendCall, 'base' | 'instance'>

/** By https? */
export function isSecure({ base }: Pick<Reached, 'base'>): boolean {
  return base.startsWith('https:')
}

/**
 * May pages of other sites show those of this instance in a frame? Then its cookies are kept for each such site apart, which takes https.
 * @see https://www.ietf.org/archive/id/draft-cutler-httpbis-partitioned-cookies-01.html
 */
export function isFramed(of: Reached): boolean {
  return isSecure(of) && of.instance.settings.framing.origins.length > 0
}
