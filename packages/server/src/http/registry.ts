import { type Context, Hono } from 'hono'
import { Refusal } from '../domain/refusal.ts'
import type { HttpContext } from './context.ts'
import { dispatch, refused } from './dispatch.ts'
import type { Answer } from './doors/frontend-door.ts'
import { handlers } from './handlers.ts'
import { notFoundPage } from './html/index.ts'
import type { Incoming } from './incoming.ts'
import { serveScript } from './npm/serve-script.ts'
import { accountPortal } from './pages/account-portal.ts'
import { pages } from './pages/index.ts'
import { PUBLIC_CORS } from './reply/cors.ts'
import { errorReply } from './reply/error-reply.ts'
import { type PlainAnswer, plainAnswer, toResponse } from './reply/plain-answer.ts'
import { html } from './reply/reply.ts'
import { mountedEndpoints, routesOf } from './route.ts'

/** What the server hands in beside a request. */
export interface Connection {
  /** Address of the socket. */
  readonly peer: string | null
  /** Takes the answer without a Response around it. */
  readonly write?: ((answer: PlainAnswer) => void) | undefined
}

type App = Hono<{ Bindings: Connection }>
type Call = Context<{ Bindings: Connection }>

/** The paths an instance's own door and the server's host have in common. */
const prefixes = ['', '/i/:slug']

/** Mounts everything, under both prefixes, with or without a slash at the end. Which verb is meant is not the router's to say. */
export function createApp(context: HttpContext): App {
  const app: App = new Hono({ strict: false })
  for (const [path, mode] of [
    ['/sign-in', 'sign_in'],
    ['/sign-up', 'sign_up'],
  ] as const) {
    app.get(path, async (c, next) => {
      const reply = await accountPortal(context, incomingOf(c), mode)
      return reply === null ? next() : leave(c, plainAnswer(reply, null))
    })
  }
  for (const route of routesOf([...mountedEndpoints(handlers), ...pages])) {
    for (const prefix of prefixes) {
      app.all(prefix + route.path, async (c) => {
        const incoming = incomingOf(c)
        return respond(c, incoming, await dispatch(context, route, incoming))
      })
    }
  }
  for (const prefix of prefixes) app.get(`${prefix}/npm/*`, async (c) => script(context, c, incomingOf(c)))
  app.notFound(async (c) => unknown(context, c, incomingOf(c), new Refusal('endpoint_not_found')))
  app.onError(async (error, c) => unknown(context, c, incomingOf(c), error))
  return app
}

async function script(context: HttpContext, c: Call, incoming: Incoming): Promise<Response> {
  try {
    return respond(c, incoming, { reply: await serveScript(context, incoming.path.slice('/npm/'.length)), cors: PUBLIC_CORS })
  } catch (error) {
    return respond(c, incoming, { reply: errorReply(context.ports, error, 'npm'), cors: PUBLIC_CORS })
  }
}

async function unknown(context: HttpContext, c: Call, incoming: Incoming, error: unknown): Promise<Response> {
  const { reply, cors } = await refused(context, error, 'unknown', incoming)
  const seen = reply.status === 404 && /\btext\/html\b/.test(incoming.request.headers.get('accept') ?? '')
  return respond(c, incoming, { reply: seen ? html(notFoundPage(context.language), { status: 404 }) : reply, cors })
}

/** Nobody wants the body of an answer to HEAD. */
function respond(c: Call, { request }: Incoming, { reply, cors }: Answer): Response {
  return leave(c, plainAnswer(request.method === 'HEAD' ? { ...reply, type: 'none' } : reply, cors))
}

/** By the shortest way there is. */
function leave(c: Call, answer: PlainAnswer): Response {
  if (!c.env.write) return toResponse(answer)
  c.env.write(answer)
  return written
}

const written = new Response(null)

function incomingOf(c: Call): Incoming {
  const url = new URL(c.req.raw.url)
  const [, slug = null, below] = /^\/i\/([^/]*)(.*)$/.exec(url.pathname) ?? []
  const { slug: _, ...params } = c.req.param()
  return { request: c.req.raw, url, slug, path: below ?? url.pathname, params, peer: c.env.peer }
}
