import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { connect } from 'node:net'
import { mkdtempSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { listen, type Listening } from './listen.ts'

const dataDir = () => mkdtempSync(join(inject('scratch'), 'listen-'))
const echo = {
  async fetch(request: Request, { ip }: { ip: string | null }) {
    return Response.json({ url: request.url, ip, body: await request.text() })
  },
}

function up(listening: Listening): Extract<Listening, { ok: true }> {
  if (!listening.ok) throw new Error(listening.code)
  return listening
}

async function ask(url: string, body = '', hostname?: string): Promise<{ url: string; ip: string; body: string }> {
  const send = url.startsWith('https:') ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    const request = send(
      url,
      { method: 'POST', rejectUnauthorized: false, agent: false, ...(hostname && { headers: { host: hostname } }) },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
        response.on('end', () => resolve(JSON.parse(text)))
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}

test('one port speaks HTTP and TLS, on both loopback addresses, with bodies whole', async () => {
  const folder = dataDir()
  const { port, close } = up(await listen(echo, { port: 0, host: 'localhost', tls: true, dataDir: folder }))
  const long = 'x'.repeat(200_000)
  expect(await ask(`http://127.0.0.1:${port}/a?b=c`, long)).toEqual({ url: `http://127.0.0.1:${port}/a?b=c`, ip: '127.0.0.1', body: long })
  expect(await ask(`https://127.0.0.1:${port}/a`, long, `accounts.abc.localhost:${port}`)).toEqual({
    url: `https://accounts.abc.localhost:${port}/a`,
    ip: '127.0.0.1',
    body: long,
  })
  expect((await ask(`http://[::1]:${port}/`)).ip).toBe('::1')
  expect(statSync(join(folder, 'tls.pem')).mode & 0o077).toBe(0)
  await close()
})

test('many connections of both kinds at once', async () => {
  const { port, close } = up(await listen(echo, { port: 0, host: '127.0.0.1', tls: true, dataDir: dataDir() }))
  const urls = Array.from({ length: 60 }, (_, i) => `${i % 2 === 0 ? 'http' : 'https'}://127.0.0.1:${port}/${i}`)
  const answers = await Promise.all(urls.map((url) => ask(url, url)))
  expect(answers.map(({ body }) => body)).toEqual(urls)
  await close()
})

test('a taken port is an answer', async () => {
  const { port, close } = up(await listen(echo, { port: 0, host: '127.0.0.1' }))
  expect(await listen(echo, { port, host: '127.0.0.1' })).toEqual({ ok: false, code: 'EADDRINUSE' })
  expect(await listen(echo, { port, host: 'localhost', tls: true, dataDir: dataDir() })).toEqual({ ok: false, code: 'EADDRINUSE' })
  await close()
})

test('a taken port on the other loopback address is one, too, and the first is given back', async () => {
  const other = up(await listen(echo, { port: 0, host: '::1' }))
  const dev = { port: other.port, host: 'localhost', tls: true, dataDir: dataDir() }
  expect(await listen(echo, dev)).toEqual({ ok: false, code: 'EADDRINUSE' })
  await other.close()
  await up(await listen(echo, dev)).close()
})

test.each([false, true])('closing waits for what is under way and not for idle connections (tls %s)', async (tls) => {
  let release = () => {}
  const arrived = Promise.withResolvers<void>()
  const slow = {
    fetch: () =>
      new Promise<Response>((resolve) => {
        release = () => resolve(Response.json({ body: 'late' }))
        arrived.resolve()
      }),
  }
  const { port, close } = up(await listen(slow, { port: 0, host: '127.0.0.1', tls, dataDir: dataDir() }))
  const idle = connect(port, '127.0.0.1')
  const hungUp = new Promise((resolve) => idle.on('error', () => {}).on('close', resolve))
  const answer = ask(`http://127.0.0.1:${port}/`)
  await arrived.promise
  let closed = false
  const closing = close().then(() => (closed = true))
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(closed).toBe(false)
  if (tls) await hungUp
  release()
  expect((await answer).body).toBe('late')
  await closing
  await hungUp
  await expect(ask(`http://127.0.0.1:${port}/`)).rejects.toThrow('ECONNREFUSED')
})

test('headers above 16 kB are refused', async () => {
  const { port, close } = up(await listen(echo, { port: 0, host: '127.0.0.1' }))
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`GET / HTTP/1.1\r\nHost: a\r\nX-A: ${'x'.repeat(20_000)}\r\n\r\n`))
    let text = ''
    socket.on('data', (chunk) => (text += chunk.toString()))
    socket.on('close', () => resolve(text))
    socket.on('error', () => {})
  })
  expect(answer).toMatch(/^HTTP\/1.1 431 /)
  await close()
})
