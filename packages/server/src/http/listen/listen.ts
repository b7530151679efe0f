import { createServer as createHttpServer } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { Server as NetServer } from 'node:net'
import { developmentCertificate } from '../../actions/development-certificate.ts'
import { bind } from './bind.ts'
import { closeServers } from './close-servers.ts'
import { bothProtocols } from './both-protocols.ts'
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
