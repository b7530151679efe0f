import { createServer as createHttpServer, type Server as HttpServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'

/** What is listened for: a server's one function. */
export interface Fetches {
  fetch(request: Request, connection: { readonly ip: string | null }): Promise<Response>
}

/** Where to listen. */
export interface ListenOptions {
  readonly port: number
  readonly host: string
  /** Speak TLS on the same port as well, with a certificate signed by itself; for development. */
  readonly tls?: boolean
  /** Folder in which that certificate is kept. */
  readonly dataDir?: string
}

/** Listening, or why not (`EADDRINUSE` …). */
export type Listening =
  | { readonly ok: true; readonly port: number; close(): Promise<void> }
  | { readonly ok: false; readonly code: string }

/** Serves HTTP on a port until closed. */
export async function listen(server: Fetches, options: ListenOptions): Promise<Listening> {
  const listener = getRequestListener((request, env) => server.fetch(request, { ip: (env as { incoming: { socket: { remoteAddress?: string } } }).incoming.socket.remoteAddress ?? null }), {
    overrideGlobalObjects: false,
  })
  const http: HttpServer = createHttpServer({ headersTimeout: 10_000, requestTimeout: 15_000, keepAliveTimeout: 5_000, maxHeaderSize: 16_384 }, (req, res) => void listener(req, res))
  return new Promise((resolve) => {
    http.once('error', (error: NodeJS.ErrnoException) => resolve({ ok: false, code: error.code ?? 'UNKNOWN' }))
    http.listen(options.port, options.host, () => {
      const address = http.address()
      resolve({ ok: true, port: typeof address === 'object' && address ? address.port : options.port, close: () => new Promise((done) => http.close(() => done())) })
    })
  })
}
