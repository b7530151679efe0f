import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What stands between an application and the Latchkey server, and writes down what goes through. */
export interface CountingProxy {
  readonly url: string
  /** The port behind it. */
  readonly target: number
  /** How many requests since the last {@link reset} had a path that contains this. */
  count(path: string): number
  reset(): void
  /** Makes every request wait so long before it is passed on; 0 ends it. */
  slow(ms: number): void
  /** Refuses connections, as a server that is down does; false ends it. */
  down(is: boolean): void
  close(): void
}

/** Listens on a port and passes everything on to the one behind it. */
export async function startCountingProxy(port: number, target: number): Promise<CountingProxy> {
  let seen: string[] = []
  let delay = 0
  let down = false
  const server = createServer((incoming, outgoing) => {
    if (down) {
      incoming.socket.destroy()
      return
    }
    seen.push(`${incoming.method} ${incoming.url}`)
    setTimeout(() => {
      const onwards = request(
        { host: 'localhost', port: target, method: incoming.method, path: incoming.url, headers: incoming.headers },
        (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
          answer.pipe(outgoing)
        },
      )
      onwards.on('error', () => outgoing.destroy())
      incoming.pipe(onwards)
    }, delay)
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, 'localhost', resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    target,
    count: (path) => seen.filter((line) => line.includes(path)).length,
    reset: () => (seen = []),
    slow: (ms) => (delay = ms),
    down: (is) => (down = is),
    close: () => server.closeAllConnections() ?? server.close(),
  }
}
