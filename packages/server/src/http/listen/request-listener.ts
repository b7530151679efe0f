import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'

/** What is listened for: a server's one function. */
export interface Fetches {
  fetch(request: Request, connection: { readonly ip: string | null }): Promise<Response>
}

/** Hands Node's requests to a server as web-standard ones, with the address of the socket beside them. */
export function requestListener(server: Fetches): (request: IncomingMessage, response: ServerResponse) => void {
  const listener = getRequestListener(
    (request, { incoming }) => server.fetch(request, { ip: incoming.socket.remoteAddress ?? null }),
    { overrideGlobalObjects: false },
  )
  return (request, response) => void listener(request, response)
}
