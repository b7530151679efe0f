import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { Connection, ConnectionLost, type ConnectionOptions } from './connection.ts'

/** A connection to a server that answers so. */
async function to(answer: RequestListener, options?: ConnectionOptions): Promise<Connection> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const connection = new Connection((server.address() as AddressInfo).port, options)
  onTestFinished(() => {
    connection.close()
    server.closeAllConnections()
    server.close()
  })
  return connection
}

test('a form goes as one, with the headers of the connection and its own, and cookies come back by name and value', async () => {
  const connection = await to(
    (request, response) => {
      request.setEncoding('utf8').on('data', (body: string) => {
        response.setHeader('Set-Cookie', ['a=1; Path=/; HttpOnly', 'b=2'])
        response.end(
          [request.method, request.url, request.headers['content-type'], request.headers.origin, request.headers.cookie, body].join(' '),
        )
      })
    },
    { headers: { Origin: 'http://app.test' } },
  )
  const { status, body, cookies, headers } = await connection.ask({ path: '/a?b', form: { c: 'd&é' }, headers: { Cookie: 'e=f' } })
  expect(body).toBe('POST /a?b application/x-www-form-urlencoded http://app.test e=f c=d%26%C3%A9')
  expect([status, cookies, headers.get('content-length')]).toEqual([200, ['a=1', 'b=2'], String(body.length)])
})

test('JSON goes as such', async () => {
  const connection = await to((request, response) => void request.pipe(response))
  expect((await connection.ask({ path: '/', json: { a: ['é'] } })).body).toBe('{"a":["é"]}')
})

test.each([
  ['of chunks, in pieces of any size', 'é'.repeat(200_000), { 'transfer-encoding': 'chunked' }],
  ['longer than what is read at once', 'é'.repeat(200_000), { 'content-length': '400000' }],
  ['of nothing', '', { 'content-length': '0' }],
])('a body %s is read whole, and the connection is good for more', async (_, text, headers) => {
  const connection = await to((_request, response) => void response.writeHead(200, headers).end(text))
  for (let nth = 0; nth < 3; nth++) expect((await connection.ask({ path: '/' })).body).toBe(text)
})

test('what has no body is not waited for', async () => {
  const connection = await to((request, response) => {
    response.statusCode = Number(request.url!.slice(1))
    if (request.method === 'HEAD') response.setHeader('Content-Length', '5')
    response.end()
  })
  const asked = [{ path: '/204' }, { path: '/304' }, { path: '/200', method: 'HEAD' as const }]
  for (const each of asked) expect((await connection.ask(each)).body).toBe('')
  expect((await connection.ask({ path: '/302' })).status).toBe(302)
})

test('everything that goes over the wire is told, both ways', async () => {
  const told: string[] = []
  const connection = await to((_, response) => void response.end('secret'), { listen: (text) => told.push(text) })
  await connection.ask({ path: '/', headers: { Authorization: 'Bearer key' } })
  expect(told).toEqual([expect.stringContaining('Bearer key'), expect.stringMatching(/^HTTP\/1.1 200 OK\r\n[^]*secret$/)])
})

test('a connection that ends without an answer is lost, and stays so', async () => {
  const connection = await to((request) => void request.socket.destroy())
  await connection.opened()
  await expect(connection.ask({ path: '/' })).rejects.toThrow(ConnectionLost)
  await expect(connection.ask({ path: '/' })).rejects.toThrow(ConnectionLost)
})

test('where nobody listens there is no connection', async () => {
  const connection = await to(() => {})
  connection.close()
  const nobody = new Connection(1)
  await expect(nobody.opened()).rejects.toThrow(ConnectionLost)
})
