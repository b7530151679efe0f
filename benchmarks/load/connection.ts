import { connect, type Socket } from 'node:net'

/** An answer, as much of it as a benchmark reads. */
export interface Answer {
  readonly status: number
  readonly cookies: readonly string[]
  readonly body: string
}

/** One keep-alive connection, one request at a time. Spares the generator's core, which the server's threads share. */
export class Connection {
  readonly #socket: Socket
  readonly #host: string
  #received: Buffer = Buffer.alloc(0)
  #waiting: { resolve(answer: Answer): void; reject(error: Error): void } | null = null

  constructor(port: number) {
    this.#host = `localhost:${port}`
    this.#socket = connect({ port, host: 'localhost', noDelay: true })
    this.#socket.on('data', (chunk) => this.#take(chunk as Buffer))
    const fail = (error?: Error) => this.#waiting?.reject(error ?? new Error('connection closed'))
    this.#socket.on('error', fail)
    this.#socket.on('close', () => fail())
  }

  /** Sends a POST and waits for its answer. */
  post(path: string, type: 'application/json' | 'application/x-www-form-urlencoded', body: string, cookie: string): Promise<Answer> {
    const cookieLine = cookie === '' ? '' : `Cookie: ${cookie}\r\n`
    this.#socket.write(
      `POST ${path} HTTP/1.1\r\nHost: ${this.#host}\r\nOrigin: http://${this.#host}\r\nContent-Type: ${type}\r\n` +
        `Content-Length: ${Buffer.byteLength(body)}\r\n${cookieLine}User-Agent: benchmark\r\n\r\n${body}`,
    )
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
    })
  }

  close(): void {
    this.#waiting = null
    this.#socket.destroy()
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk])
    const head = this.#received.indexOf('\r\n\r\n')
    if (head < 0) return
    const lines = this.#received.toString('latin1', 0, head).split('\r\n')
    const body = bodyOf(lines, this.#received.subarray(head + 4))
    if (body === null) return
    this.#received = Buffer.alloc(0)
    const cookies = lines.filter((line) => /^set-cookie:/i.test(line)).map((line) => line.slice(11).trim().split(';')[0]!)
    this.#waiting?.resolve({ status: Number(lines[0]!.split(' ')[1]), cookies, body })
  }
}

function bodyOf(head: readonly string[], rest: Buffer): string | null {
  const length = head.find((line) => /^content-length:/i.test(line))
  if (length !== undefined) return rest.length >= Number(length.slice(15)) ? rest.toString() : null
  if (!rest.toString('latin1').endsWith('0\r\n\r\n')) return null
  let text = ''
  for (let at = 0; ; ) {
    const end = rest.indexOf('\r\n', at)
    const size = parseInt(rest.toString('latin1', at, end), 16)
    if (size === 0) return text
    text += rest.toString('utf8', end + 2, end + 2 + size)
    at = end + 4 + size
  }
}
