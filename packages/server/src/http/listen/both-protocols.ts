import type { Server as HttpServer } from 'node:http'
import type { Server as HttpsServer } from 'node:https'
import { createServer, type Server, type Socket } from 'node:net'

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
export function bothProtocols(http: HttpServer, https: HttpsServer): BothProtocols {
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
