import type { Server } from 'node:net'

/** Starts listening and tells the port, or the system's code for why not. */
export function bind(
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
