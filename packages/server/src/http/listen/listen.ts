import { createServer as createHttpServer, type Server as HttpServer } from 'node:http'
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https'
import { createServer, type Server as NetServer, type Server, type Socket } from 'node:net'
import { developmentCertificate } from '../../actions/development-certificate.ts'
import { type Fetches, requestListener } from './request-listener.ts'

/** Where to listen. */
export interface ListenOptions {
  readonly port: number
  /** `localhost` is both loopback addresses in development. */
  readonly host: string
  /** Speak TLS on the same port as well, with a certificate signed by itself; for development. */
  readonly tls?: boolean
  /** Folder in which that certificate is kept. */
  readonly dataDir?: string
}

/** Listening, or why not (`EADDRINUSE` …). */
export type Listening =
  | {
      readonly ok: true
      readonly port: number
      /** Stops taking requests and waits up to ten seconds for those under way. */
      close(): Promise<void>
    }
  | { readonly ok: false; readonly code: string }

/** Slow senders are cut off: nobody needs ten seconds for headers, or has more than 16 kB of them. */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  keepAliveTimeout: 5_000,
  maxHeaderSize: 16 * 1024,
  connectionsCheckingInterval: 1_000,
}

/** Serves requests on a port until closed. A port that cannot be had is an answer, not a throw: the caller has to say so in words. */
export async function listen(server: Fetches, options: ListenOptions): Promise<Listening> {
  const listener = requestListener(server)
  const http = createHttpServer(limits, listener)
  if (!options.tls) {
    const bound = await bind(http, options.port, options.host)
    return bound.ok ? { ...bound, close: () => closeServers([http], [http]) } : bound
  }
  const https = createHttpsServer({ ...limits, ...developmentCertificate(options.dataDir ?? '.') }, listener)
  const hosts = options.host === 'localhost' ? ['127.0.0.1', '::1'] : [options.host]
  // Servers that do not listen themselves would not look after their timeouts.
  for (const behind of [http, https]) behind.emit('listening')
  const fronts = hosts.map(() => bothProtocols(http, https))
  const listening: NetServer[] = []
  const close = () => {
    for (const { dropSilent } of fronts) dropSilent()
    return closeServers(listening, [http, https])
  }
  let { port } = options
  for (const [index, host] of hosts.entries()) {
    const { front } = fronts[index]!
    const bound = await bind(front, port, host)
    if (bound.ok) {
      listening.push(front)
      port = bound.port
    } else if (index === 0 || bound.code === 'EADDRINUSE') {
      await close()
      return bound
    }
  }
  return { ok: true, port, close }
}

/** Starts listening and tells the port, or the system's code for why not. */
function bind(
  server: Server,
  port: number,
  host: string,
): Promise<{ readonly ok: true; readonly port: number } | { readonly ok: false; readonly code: string }> {
  return new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException) => resolve({ ok: false, code: error.code ?? error.message })
    server.once('error', failed)
    server.listen(port, host, () => {
      server.off('error', failed)
      const address = server.address()
      resolve({ ok: true, port: typeof address === 'object' && address !== null ? address.port : port })
    })
  })
}

/** First byte of a TLS handshake; no HTTP request begins with it. @see RFC 8446, section 5.1 */
const handshakeRecord = 0x16
const firstByteMs = 10_000

/** A port that speaks HTTP and TLS: the first byte tells which, and is given back before the right server takes over. */
export interface BothProtocols {
  readonly front: Server
  /** Hangs up on whoever has said nothing yet: browsers connect long before they ask. */
  dropSilent(): void
}

/** Puts one port in front of two servers that do not listen themselves. */
function bothProtocols(http: HttpServer, https: HttpsServer): BothProtocols {
  const silent = new Set<Socket>()
  const front = createServer((socket: Socket) => {
    silent.add(socket)
    socket.once('close', () => silent.delete(socket))
    socket.setTimeout(firstByteMs, () => socket.destroy())
    socket.on('error', () => socket.destroy())
    socket.once('data', (chunk: Buffer) => {
      silent.delete(socket)
      socket.pause()
      socket.setTimeout(0)
      socket.unshift(chunk)
      const server = chunk[0] === handshakeRecord ? https : http
      server.emit('connection', socket)
      setImmediate(() => socket.resume())
    })
  })
  return { front, dropSilent: () => silent.forEach((socket) => socket.destroy()) }
}

const drainMs = 10_000
const lookAgainMs = 50

/**
 * Stops listening, lets requests under way finish, and then cuts what is left.
 * @param fronts the servers that listen
 * @param serving those that speak HTTP
 */
async function closeServers(fronts: readonly Server[], serving: readonly (HttpServer | HttpsServer)[]): Promise<void> {
  const closed = Promise.all(fronts.map((front) => new Promise((resolve) => front.close(resolve))))
  const closeIdle = () => serving.forEach((server) => server.closeIdleConnections())
  closeIdle()
  const sweep = setInterval(closeIdle, lookAgainMs)
  const deadline = setTimeout(() => serving.forEach((server) => server.closeAllConnections()), drainMs)
  await closed
  clearInterval(sweep)
  clearTimeout(deadline)
  // Those that never listened have only their look-out for slow senders to stop.
  for (const server of serving) if (!fronts.includes(server)) server.close()
}
