import { connect, type Socket } from 'node:net'

/** An answer, as much of it as a benchmark reads. */
export interface Answer {
  readonly status: number
  readonly head: string
  readonly body: string
}

/** One keep-alive connection, one request at a time. Spares the generator's core, which the server's threads share. */
export class Connection {
  readonly #socket: Socket
  readonly #host: string
  readonly #more: string
  #received: Buffer = empty
  #waiting: { resolve(answer: Answer): void; reject(error: Error): void } | null = null

  /** @param from the address it is said to come from, by a proxy the server believes */
  constructor(port: number, from?: string) {
    this.#host = `localhost:${port}`
    this.#more = from === undefined ? '' : `X-Forwarded-For: ${from}\r\n`
    // Without a stream of chunks: what the generator does itself, the server's threads have to wait for.
    const take = (length: number, buffer: Uint8Array) => this.#take(Buffer.from(buffer.buffer, buffer.byteOffset, length))
    this.#socket = connect({ port, host: 'localhost', noDelay: true, onread: { buffer: Buffer.allocUnsafe(64 * 1024), callback: take } })
    const fail = (error?: Error) => this.#waiting?.reject(error ?? new Error('connection closed'))
    this.#socket.on('error', fail)
    this.#socket.on('close', () => fail())
  }

  /** Sends a POST and waits for its answer. */
  post(path: string, type: 'application/json' | 'application/x-www-form-urlencoded', body: string, cookie: string): Promise<Answer> {
    const cookieLine = cookie === '' ? '' : `Cookie: ${cookie}\r\n`
    this.#socket.write(
      `POST ${path} HTTP/1.1\r\nHost: ${this.#host}\r\nOrigin: http://${this.#host}\r\nContent-Type: ${type}\r\n` +
        `Content-Length: ${Buffer.byteLength(body)}\r\n${cookieLine}${this.#more}User-Agent: benchmark\r\n\r\n${body}`,
    )
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
    })
  }

  close(): void {
    this.#waiting = null
    this.#socket.destroy()
  }

  /** The chunk is overwritten by the next one. */
  #take(chunk: Buffer): boolean {
    const received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk])
    const end = received.indexOf('\r\n\r\n')
    const head = end < 0 ? '' : received.toString('latin1', 0, end)
    const body = end < 0 ? null : bodyOf(head, received, end + 4)
    if (body === null) {
      this.#received = Buffer.from(received)
    } else {
      this.#received = empty
      this.#waiting?.resolve({ status: Number(head.slice(9, 12)), head, body })
    }
    return true
  }
}

const empty = Buffer.alloc(0)

/** The cookies an answer sets, as a browser sends them back. */
export function cookiesOf(answer: Answer): string {
  return [...answer.head.matchAll(/^set-cookie: *([^;]+)/gim)].map((match) => match[1]).join('; ')
}

function bodyOf(head: string, received: Buffer, start: number): string | null {
  const length = /^content-length: *(\d+)/im.exec(head)
  if (length !== null) return received.length - start >= Number(length[1]) ? received.toString('utf8', start) : null
  if (!received.toString('latin1', -5).endsWith('0\r\n\r\n')) return null
  let text = ''
  for (let at = start; ;) {
    const end = received.indexOf('\r\n', at)
    const size = parseInt(received.toString('latin1', at, end), 16)
    if (size === 0) return text
    text += received.toString('utf8', end + 2, end + 2 + size)
    at = end + 4 + size
  }
}
