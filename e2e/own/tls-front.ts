import { request } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { createCertificate } from '../../packages/server/src/platform/self-signed.ts'

/** What a page is made of that somebody else has on a host of their own. */
export interface ForeignPage {
  readonly html: string
  readonly cookies?: readonly string[]
}

/** TLS in front of an app, and of other people's hosts beside it. */
export interface TlsFront {
  /** Where a host is reached by https, as `app.lk.localhost`. */
  at(host: string): string
  close(): void
}

/**
 * Ends TLS for an app as a proxy in production does. What it does not have itself, other hosts answer with.
 * @param app the app's own host, and where it listens
 * @param others pages by host
 */
export async function startTlsFront(
  app: { readonly host: string; readonly url: string },
  others: (host: string, path: string) => ForeignPage | null,
): Promise<TlsFront> {
  const { hostname, port: target } = new URL(app.url)
  const server = createServer(createCertificate(Date.now()), (incoming, outgoing) => {
    const host = (incoming.headers.host ?? '').replace(/:\d+$/, '')
    if (host !== app.host) {
      const page = others(host, incoming.url ?? '/')
      outgoing.writeHead(page === null ? 404 : 200, {
        'content-type': 'text/html; charset=utf-8',
        'set-cookie': [...(page?.cookies ?? [])],
      })
      outgoing.end(page?.html)
      return
    }
    const onwards = request(
      {
        hostname,
        port: target,
        method: incoming.method,
        path: incoming.url,
        headers: { ...incoming.headers, 'x-forwarded-proto': 'https' },
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      },
    )
    onwards.on('error', () => outgoing.destroy())
    incoming.pipe(onwards)
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, 'localhost', resolve))
  const { port } = server.address() as AddressInfo
  return {
    at: (host) => `https://${host}:${port}`,
    close: () => server.closeAllConnections() ?? server.close(),
  }
}
