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

/** An answer, and when it was asked for and read (epoch milliseconds). Its head is taken apart when somebody looks. */
export class Answer {
  readonly status: number
  readonly body: string
  readonly askedAt: number
  readonly answeredAt: number
  readonly #head: string

  constructor(head: string, body: string, askedAt: number) {
    this.#head = head
    this.status = statusOf(head)
    this.body = body
    this.askedAt = askedAt
    this.answeredAt = now()
  }

  get headers(): ReadonlyMap<string, string> {
    return new Map(fieldsOf(this.#head))
  }

  /** `name=value` of every cookie it sets. */
  get cookies(): readonly string[] {
    return fieldsOf(this.#head).flatMap(([name, value]) => (name === 'set-cookie' ? [value.split(';')[0]!] : []))
  }
}

/** The connection ended before the answer was there: nobody knows whether the request was carried out. */
export class ConnectionLost extends Error {}

/** How a connection differs from a plain one. */
export interface ConnectionOptions {
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>
  /** Is told everything that goes over the wire, both ways. */
  readonly listen?: (text: string) => void
}

const patienceMs = 60_000
const empty = Buffer.alloc(0)

/**
 * One keep-alive connection to a server on this machine, one request at a time. By hand, as its work is done by the cores that the servers
 * under test need: 22 µs of them for a request, of which `node:http` takes 76 and `fetch` 500.
 */
export class Connection {
  readonly #socket: Socket
  /** The lines that are the same in every request. */
  readonly #lines: string
  readonly #listen: ((text: string) => void) | undefined
  #received: Buffer = empty
  #headless = false
  #askedAt = 0
  /** What an answer is waited for to. */
  #asked = ''
  #lost: ConnectionLost | null = null
  #waiting: { resolve(answer: Answer): void; reject(error: Error): void } | null = null

  constructor(port: number, { headers = {}, listen }: ConnectionOptions = {}) {
    this.#lines = linesOf({ Host: `localhost:${port}`, ...headers })
    this.#listen = listen
    // Into one buffer, without a stream of chunks; the next one overwrites it.
    const callback = (length: number, buffer: Uint8Array) => this.#take(Buffer.from(buffer.buffer, buffer.byteOffset, length))
    this.#socket = connect({ port, host: 'localhost', noDelay: true, onread: { buffer: Buffer.allocUnsafe(64 * 1024), callback } })
    this.#socket.on('error', (error) => this.#lose(error.message))
    this.#socket.on('close', () => this.#lose('connection closed'))
    this.#socket.setTimeout(patienceMs, () => this.#waiting && this.#lose(`no answer to ${this.#asked} in ${patienceMs / 1_000} seconds`))
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
  ask({ path, form, json, method = form || json !== undefined ? 'POST' : 'GET', headers }: Asked): Promise<Answer> {
    if (this.#lost) return Promise.reject(this.#lost)
    const body = form ? new URLSearchParams(form).toString() : json === undefined ? '' : JSON.stringify(json)
    const type = form ? 'application/x-www-form-urlencoded' : 'application/json'
    const length = method === 'POST' ? `Content-Length: ${Buffer.byteLength(body)}\r\n` : ''
    const about = body === '' ? length : `Content-Type: ${type}\r\n${length}`
    const text = `${method} ${path} HTTP/1.1\r\n${this.#lines}${about}${headers === undefined ? '' : linesOf(headers)}\r\n${body}`
    this.#listen?.(text)
    this.#headless = method === 'HEAD'
    this.#asked = `${method} ${path.split('?', 1)[0]}`
    this.#askedAt = now()
    this.#socket.write(text)
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
    })
  }

  close(): void {
    this.#socket.destroy()
  }

  #lose(why: string): void {
    this.#lost ??= new ConnectionLost(why)
    this.#waiting?.reject(this.#lost)
    this.#waiting = null
    this.#socket.destroy()
  }

  #take(chunk: Buffer): boolean {
    const received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk])
    const end = received.indexOf('\r\n\r\n')
    const head = end < 0 ? '' : received.toString('latin1', 0, end)
    const body = end < 0 ? null : this.#headless || /^HTTP\/1.1 [23]04/.test(head) ? '' : bodyOf(head, received.subarray(end + 4))
    if (body === null) {
      this.#received = Buffer.from(received)
      return true
    }
    this.#received = empty
    this.#listen?.(`${head}\r\n\r\n${body}`)
    const waiting = this.#waiting
    this.#waiting = null
    waiting?.resolve(new Answer(head, body, this.#askedAt))
    return true
  }
}

const { timeOrigin } = performance
const now = () => timeOrigin + performance.now()

function linesOf(headers: Readonly<Record<string, string>>): string {
  let lines = ''
  for (const name in headers) lines += `${name}: ${headers[name]}\r\n`
  return lines
}

const statusOf = (head: string) => Number(head.slice(9, 12))

function fieldsOf(head: string): readonly (readonly [name: string, value: string])[] {
  const [, ...lines] = head.split('\r\n')
  return lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()])
}

/** `null` while there is more to come. */
function bodyOf(head: string, rest: Buffer): string | null {
  const length = /^content-length: *(\d+)/im.exec(head)?.[1]
  if (length !== undefined) return rest.length >= Number(length) ? rest.toString() : null
  if (!/^transfer-encoding: *chunked/im.test(head)) return ''
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
