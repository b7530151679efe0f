import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, expect, it } from 'vitest'
import { enqueueMessage } from '../storage/index.ts'
import { describeStorage } from '../storage/testing/describe-storage.ts'
import { createOutboxWorker } from './outbox-worker.ts'
import type { Outbox } from './outbox-worker.ts'
import { createSmtpTransport } from './smtp-transport.ts'
import { Reply, startMailServer } from './testing/mail-server.ts'
import { memoryOutbox } from './testing/memory-outbox.ts'
import { parseMail } from './testing/parse-mail.ts'
import { storageOutbox } from './testing/storage-outbox.ts'
import { testMessage } from './testing/test-message.ts'

const ends: (() => Promise<unknown> | void)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

async function server(...options: Parameters<typeof startMailServer>) {
  const started = await startMailServer(...options)
  ends.push(() => started.close())
  return started
}

const leaseMs = 60_000

function worker<Kind extends Outbox>(port: number, outboxOf: (clock: { now(): number }) => Kind) {
  const clock = { at: Date.now(), now: () => clock.at }
  const outbox = outboxOf(clock)
  const lines: string[] = []
  const line = (fields: object, text: string) => void lines.push(`${JSON.stringify(fields)} ${text}`)
  const transport = createSmtpTransport({ url: `smtp://127.0.0.1:${port}`, from: { name: null, address: 'mail@acme.example' } })
  const made = createOutboxWorker({
    outbox,
    transport,
    clock,
    open: ({ id }) => testMessage(id),
    log: { info: line, warn: line, error: line },
    idleMs: 60_000,
    renewMs: 15_000,
  })
  ends.push(async () => {
    await made.close()
    await transport.close()
  })
  return { clock, outbox, lines, drain: made.drain }
}

const messageId = (raw: string) => parseMail(raw).headers.find(([name]) => name === 'message-id')?.[1]

it('a server that puts strangers off gets the mail on the second try', async () => {
  let calls = 0
  const { port, received } = await server({
    onRcptTo: (_, __, callback) => callback(++calls === 1 ? new Reply(451, '4.7.1 come back later, ada@example.com') : null),
  })
  const { clock, outbox, lines, drain } = worker(port, memoryOutbox)
  outbox.add('msg_1')
  expect(await drain()).toBe(0)
  expect(outbox.rows[0]).toMatchObject({ status: 'due', error: 'The email server answered 451 4.7.1 to RCPT TO.' })
  clock.at = outbox.rows[0]!.nextAt
  expect(await drain()).toBe(1)
  expect(received.map((each) => messageId(each.raw))).toEqual(['<msg_1@acme.example>'])
  expect(lines.join()).not.toMatch(/123456|s3cr3t|ada@/)
})

it('a server that is down gets the mail when it is up again', async () => {
  const first = await startMailServer()
  await first.close()
  const { clock, outbox, drain } = worker(first.port, memoryOutbox)
  outbox.add('msg_1')
  await drain()
  expect(outbox.rows[0]).toMatchObject({ status: 'due', tries: 1, error: expect.stringContaining('ECONNREFUSED') })
  const second = await server({}, first.port)
  clock.at = outbox.rows[0]!.nextAt
  expect(await drain()).toBe(1)
  expect(second.received).toHaveLength(1)
})

it('a receiver who does not exist is asked once', async () => {
  let calls = 0
  const { port } = await server({ onRcptTo: (_, __, callback) => callback(new Reply(550, `5.1.1 nobody (${++calls})`)) })
  const { clock, outbox, drain } = worker(port, memoryOutbox)
  outbox.add('msg_1')
  await drain()
  expect(outbox.rows[0]).toMatchObject({ status: 'failed', sealed: null, error: 'The email server answered 550 5.1.1 to RCPT TO.' })
  clock.at += 300_000
  await drain()
  expect(calls).toBe(1)
})

describeStorage(
  'a process killed between the 250 of the mail server and the crossing out',
  ({ tenant, another, url }) => {
    it('leaves a second mail with the same Message-ID and the same code', async () => {
      const { port, received } = await server()
      const createdAt = Date.now()
      const row = { id: 'msg_1', channel: 'email', to: 'ada@example.com', sealed: '{}', createdAt, expiresAt: createdAt + 600_000 } as const
      await tenant().write((scope) => enqueueMessage(scope, row))
      await killWhenSent(url(), port)
      expect(received).toHaveLength(1)

      const storage = await another()
      const { clock, drain } = worker(port, (now) => storageOutbox(storage, now, leaseMs))
      expect(await drain()).toBe(0)
      clock.at += leaseMs
      expect(await drain()).toBe(1)
      expect(received.map((each) => messageId(each.raw))).toEqual(['<msg_1@acme.example>', '<msg_1@acme.example>'])
      expect(new Set(received.map((each) => parseMail(each.raw).text)).size).toBe(1)
      clock.at += leaseMs
      expect(await drain()).toBe(0)
    })
  },
  { system: true },
)

/** A server process that is killed when its mail server has the mail and its database does not know yet. */
async function killWhenSent(databaseUrl: string, port: number): Promise<void> {
  const file = (path: string) => JSON.stringify(new URL(path, import.meta.url).href)
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `
    import { openStorage } from ${file('../storage/index.ts')}
    import { createOutboxWorker } from ${file('./outbox-worker.ts')}
    import { createSmtpTransport } from ${file('./smtp-transport.ts')}
    import { storageOutbox } from ${file('./testing/storage-outbox.ts')}
    import { testMessage } from ${file('./testing/test-message.ts')}
    const storage = await openStorage({ url: ${JSON.stringify(databaseUrl)} })
    createOutboxWorker({
      outbox: { ...storageOutbox(storage, Date, ${leaseMs}), finish: () => new Promise(() => process.stdout.write('sent')) },
      transport: createSmtpTransport({ url: 'smtp://127.0.0.1:${port}', from: { name: null, address: 'mail@acme.example' } }),
      clock: Date,
      open: ({ id }) => testMessage(id),
      log: console,
      idleMs: 60_000,
      renewMs: 15_000,
    }).wake()
    setInterval(() => {}, 1000)
  `,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  ends.push(() => void child.kill('SIGKILL'))
  expect(String((await once(child.stdout, 'data'))[0])).toBe('sent')
  child.kill('SIGKILL')
  await once(child, 'exit')
}
