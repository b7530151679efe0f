import { connect, type Socket } from 'node:net'

/** A request, as little of one as a server needs. */
export interface Asked {
  readonly method?: 'GET' | 'HEAD' | 'POST'
  readonly path: string
  /** Sent as a form. */
  readonly form?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly json?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** An answer, and when it was asked for and read (epoch milliseconds). */
export interface Answer {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  /** `name=value` of every cookie it sets. */
  readonly cookies: readonly string[]
  readonly body: string
  readonly askedAt: number
  readonly answeredAt: number
}

/** The connection ended before the answer was there: nobody knows whether the request was carried out. */
export class ConnectionLost extends Error {}

const patienceMs = 60_000

/**
 * One keep-alive connection, one request at a time. Far lighter than fetch, whose work would be done by the cores that the servers
 * need.
 */
export class Connection {
  readonly #socket: Socket
  readonly #port: number
  readonly #listen: (text: string) => void
  #received: Buffer = Buffer.alloc(0)
  #headless = false
  #askedAt = 0
  #lost: ConnectionLost | null = null
  #waiting: { resolve(answer: Answer): void; reject(error: Error): void; alarm: NodeJS.Timeout } | null = null

  /** @param listen is told everything that goes over the wire, both ways */
  constructor(port: number, listen: (text: string) => void) {
    this.#port = port
    this.#listen = listen
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true })
    this.#socket.on('data', (chunk) => this.#take(chunk as Buffer))
    this.#socket.on('error', (error) => this.#lose(error.message))
    this.#socket.on('close', () => this.#lose('connection closed'))
  }

  /** Is there a server at the other end? For barriers, which begin once everybody stands there. */
  opened(): Promise<void> {
    if (this.#socket.readyState === 'open') return Promise.resolve()
    return new Promise((resolve, reject) => {
      this.#socket.once('connect', resolve)
      this.#socket.once('close', () => reject(this.#lost ?? new ConnectionLost('connection closed')))
    })
  }

  /** Sends a request and waits for its answer. @throws ConnectionLost */
  ask({ path, form, json, method = form || json !== undefined ? 'POST' : 'GET', headers = {} }: Asked): Promise<Answer> {
    if (this.#lost) return Promise.reject(this.#lost)
    const body = form ? new URLSearchParams(form).toString() : json === undefined ? '' : JSON.stringify(json)
    const type = form ? 'application/x-www-form-urlencoded' : 'application/json'
    const lines = Object.entries({
      Host: `localhost:${this.#port}`,
      ...(body === '' ? {} : { 'Content-Type': type }),
      ...(method === 'POST' ? { 'Content-Length': String(Buffer.byteLength(body)) } : {}),
      ...headers,
    })
    const text = `${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`
    this.#listen(text)
    this.#headless = method === 'HEAD'
    this.#askedAt = performance.timeOrigin + performance.now()
    this.#socket.write(text)
    return new Promise((resolve, reject) => {
      const alarm = setTimeout(
        () => this.#lose(`no answer to ${method} ${path.split('?')[0]} in ${patienceMs / 1_000} seconds`),
        patienceMs,
      )
      this.#waiting = { resolve, reject, alarm }
    })
  }

  close(): void {
    this.#socket.destroy()
  }

  #lose(why: string): void {
    this.#lost ??= new ConnectionLost(why)
    if (this.#waiting) clearTimeout(this.#waiting.alarm)
    this.#waiting?.reject(this.#lost)
    this.#waiting = null
    this.#socket.destroy()
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk])
    const end = this.#received.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = this.#received.toString('latin1', 0, end)
    const [statusLine = '', ...lines] = head.split('\r\n')
    const fields = lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()] as const)
    const status = Number(statusLine.split(' ')[1])
    const headers = new Map(fields)
    const bodiless = this.#headless || status === 204 || status === 304
    const body = bodiless ? '' : bodyOf(headers, this.#received.subarray(end + 4))
    if (body === null) return
    this.#received = Buffer.alloc(0)
    this.#listen(`${head}\r\n\r\n${body}`)
    const cookies = fields.filter(([name]) => name === 'set-cookie').map(([, value]) => value.split(';')[0]!)
    const waiting = this.#waiting
    this.#waiting = null
    if (waiting) clearTimeout(waiting.alarm)
    waiting?.resolve({ status, headers, cookies, body, askedAt: this.#askedAt, answeredAt: performance.timeOrigin + performance.now() })
  }
}

/** `null` while there is more to come. */
function bodyOf(headers: ReadonlyMap<string, string>, rest: Buffer): string | null {
  const length = headers.get('content-length')
  if (length !== undefined) return rest.length >= Number(length) ? rest.toString() : null
  if (headers.get('transfer-encoding') !== 'chunked') return ''
  const parts: Buffer[] = []
  for (let at = 0; ;) {
    const end = rest.indexOf('\r\n', at)
    if (end < 0) return null
    const size = parseInt(rest.toString('latin1', at, end), 16)
    if (rest.length < end + 4 + size) return null
    if (size === 0) return Buffer.concat(parts).toString()
    parts.push(rest.subarray(end + 2, end + 2 + size))
    at = end + 4 + size
  }
}
