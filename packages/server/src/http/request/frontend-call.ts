import { authenticateClient } from '../../actions/client/authenticate-client.ts'
import type { FrontendCall } from '../../actions/call.ts'
import type { HttpContext } from '../context.ts'
import type { Incoming } from '../incoming.ts'
import { clientAddress } from './client-address.ts'
import { clientCookieName } from './client-cookie-name.ts'
import type { Located } from './locate-instance.ts'
import { isKnownOrigin } from './origin.ts'
import { readCookie } from './read-cookie.ts'

/** A Frontend API request with its client, and how it carries its client token. */
export interface OpenedCall {
  readonly call: FrontendCall
  /** The token travels in `Authorization`, both ways, and there are no cookies: an app, not a browser. */
  readonly native: boolean
  readonly carriesCookie: boolean
}

/** Finds out who is calling: the client of the cookie, or of the header for an app that says it is no browser. */
export async function openFrontendCall(context: HttpContext, incoming: Incoming, located: Located): Promise<OpenedCall> {
  const { headers } = incoming.request
  const { instance, base } = located
  const native = incoming.url.searchParams.get('_is_native') === '1'
  const cookie = native ? null : readCookie(headers.get('cookie'), clientCookieName(instance, context.ports.publicUrl))
  const token = native ? headers.get('authorization')?.replace(/^Bearer /i, '') : cookie
  const scope = { db: context.ports.storage.db, instanceId: instance.id }
  return {
    native,
    carriesCookie: cookie !== null,
    call: {
      instance,
      scope,
      client: await authenticateClient(context.ports, scope, token || null),
      caller: callerOf(context, incoming, located),
      base,
    },
  }
}

/** Where a request comes from, as far as it can be believed. */
export function callerOf(context: HttpContext, incoming: Incoming, located: Located): FrontendCall['caller'] {
  const { headers } = incoming.request
  // Same-origin reads name no origin; behind a proxy of the application they come from its pages all the same.
  const origin = headers.get('origin') ?? located.proxyOrigin
  return {
    ipAddress: clientAddress(incoming.peer, headers.get('x-forwarded-for'), context.trustedProxies, located.vouched),
    userAgent: headers.get('user-agent')?.slice(0, 512) ?? null,
    origin: origin !== null && isKnownOrigin(located, context.publicOrigin, origin) ? origin : null,
  }
}
