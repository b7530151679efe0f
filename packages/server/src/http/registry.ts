import { ENDPOINTS } from '@latchkey/protocol'
import { type Context, Hono } from 'hono'
import { Refusal } from '../domain/refusal.ts'
import type { HttpContext } from './context.ts'
import { dispatch, refused } from './dispatch.ts'
import type { Answer } from './doors/frontend-door.ts'
import { handlers } from './handlers.ts'
import type { Incoming } from './incoming.ts'
import { toResponse } from './reply/to-response.ts'
import { routesOf } from './route.ts'

/** What the server hands in beside a request. */
export interface Connection {
  /** Address of the socket. */
  readonly peer: string | null
}

type App = Hono<{ Bindings: Connection }>

/** The paths an instance's own door and the server's host have in common. */
const prefixes = ['', '/i/:slug']

/** Mounts every endpoint under both, with or without a slash at the end. Which verb is meant is not the router's to say. */
export function createApp(context: HttpContext): App {
  const app: App = new Hono({ strict: false })
  for (const route of routesOf(ENDPOINTS)) {
    for (const prefix of prefixes) {
      app.all(prefix + route.path, async (c) => {
        const incoming = incomingOf(c)
        return respond(incoming, await dispatch(context, handlers, route, incoming))
      })
    }
  }
  app.notFound(async (c) => {
    const incoming = incomingOf(c)
    return respond(incoming, await refused(context, new Refusal('endpoint_not_found'), 'none', incoming))
  })
  return app
}

/** Nobody wants the body of an answer to HEAD. */
function respond({ request }: Incoming, { reply, cors }: Answer): Response {
  return toResponse(request.method === 'HEAD' ? { ...reply, type: 'none' } : reply, cors)
}

function incomingOf(c: Context<{ Bindings: Connection }>): Incoming {
  const url = new URL(c.req.raw.url)
  const { slug = null, ...params } = c.req.param()
  const path = slug === null ? url.pathname : url.pathname.slice(`/i/${slug}`.length)
  return { request: c.req.raw, url, slug, path, params, peer: c.env.peer }
}
