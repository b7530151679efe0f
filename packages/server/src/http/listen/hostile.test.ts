import { connect } from 'node:net'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import type { CreatedApplication } from '../../actions/instance/create-application.ts'
import { createServer, type Server } from '../../server.ts'
import { listen, type Listening } from './listen.ts'

let server: Server
let app: CreatedApplication
let listening: Extract<Listening, { ok: true }>
const complaints: unknown[] = []

beforeAll(async () => {
  const file = join(mkdtempSync(join(inject('scratch'), 'hostile-')), 'latchkey.db')
  const note = (_: unknown, message: string) => void complaints.push(message)
  const log = { debug: () => {}, info: () => {}, warn: note, error: note }
  server = await createServer({
    mode: 'dev',
    publicUrl: 'http://localhost:4000',
    databaseUrl: file,
    secretsKey: new Uint8Array(32).fill(9),
    log,
  })
  await server.migrate()
  app = await server.admin.createApplication({ name: 'Acme' })
  listening = (await listen(server, { port: 0, host: '127.0.0.1', tls: true, dataDir: join(file, '..') })) as typeof listening
})
afterAll(async () => {
  await listening.close()
  await server.close()
})

/** Writes raw bytes and reads until the other side hangs up, or has been quiet for a moment. */
function say(...parts: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(listening.port, '127.0.0.1')
    let heard = ''
    socket.setTimeout(400, () => socket.destroy())
    socket.on('data', (chunk) => (heard += chunk.toString('latin1')))
    socket.on('error', () => {})
    socket.on('close', () => resolve(heard))
    for (const part of parts) socket.write(part, 'latin1')
  })
}

const head = (line: string, ...headers: readonly string[]) => [line, 'Host: localhost:4000', ...headers, '', ''].join('\r\n')
const path = () => `/i/${app.slug}/v1/client/sign_ins`
const form = 'Content-Type: application/x-www-form-urlencoded'
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`

test('a body announced as too large is refused before it comes', async () => {
  expect(await say(head(`POST ${path()} HTTP/1.1`, form, 'Content-Length: 10000000'))).toMatch(/^HTTP\/1\.1 413 /)
})

test('a body of unknown length is refused when it has become too large', async () => {
  const chunks = Array.from({ length: 30 }, () => chunk('x'.repeat(10_000)))
  expect(await say(head(`POST ${path()} HTTP/1.1`, form, 'Transfer-Encoding: chunked'), ...chunks, '0\r\n\r\n')).toMatch(/^HTTP\/1\.1 413 /)
})

test('a body of unknown length within the limit is read', async () => {
  const answer = await say(
    head(`POST ${path()} HTTP/1.1`, form, 'Transfer-Encoding: chunked'),
    chunk('identifier=no'),
    chunk('body%40example.com'),
    '0\r\n\r\n',
  )
  expect(answer).toContain('form_identifier_not_found')
})

test.each([
  ['both lengths', head('POST / HTTP/1.1', 'Content-Length: 5', 'Transfer-Encoding: chunked') + '0\r\n\r\n'],
  ['two lengths', head('POST / HTTP/1.1', 'Content-Length: 5', 'Content-Length: 6') + 'aaaaaa'],
  ['an unknown encoding', head('POST / HTTP/1.1', 'Transfer-Encoding: xchunked') + '0\r\n\r\n'],
  ['a folded header', head('GET / HTTP/1.1', 'X-A: b\r\n c')],
  ['no host', 'GET / HTTP/1.1\r\n\r\n'],
  ['a bad host', 'GET /v1/health HTTP/1.1\r\nHost: a b/@c\r\n\r\n'],
  ['HTTP/0.9', 'GET /\r\n'],
  ['an odd method', head('FOO /v1/health HTTP/1.1')],
  ['a bad chunk', head(`POST ${'/v1/health'} HTTP/1.1`, 'Transfer-Encoding: chunked') + 'zz\r\n'],
  ['nonsense', '\x00\x01\x02\r\n\r\n'],
])('%s is refused or means nothing', async (_, text) => {
  const answer = await say(text)
  expect(answer).not.toMatch(/^HTTP\/1\.1 [235]/)
  expect(answer).not.toContain('Error:')
})

test('two requests on one connection get two answers', async () => {
  const one = head(`GET /i/${app.slug}/v1/client HTTP/1.1`)
  expect((await say(one + one)).match(/HTTP\/1\.1 200/g)).toHaveLength(2)
})

test("nothing in a URL can split the answer's head", async () => {
  const target = encodeURIComponent('http://localhost:3000/\r\nSet-Cookie: a=b')
  const answer = await say(head(`GET /i/${app.slug}/v1/client/handshake?redirect_url=${target} HTTP/1.1`))
  expect(answer).toMatch(/^HTTP\/1\.1 422 /)
  expect(answer).not.toMatch(/^set-cookie: a=b/im)
})

test('after all that it answers as before, and has nothing to complain of', async () => {
  expect(await say(head('GET /v1/health HTTP/1.1', 'Connection: close'))).toMatch(/^HTTP\/1\.1 200 [^]*\{"status":"healthy"\}$/)
  expect(complaints).toEqual([])
})
