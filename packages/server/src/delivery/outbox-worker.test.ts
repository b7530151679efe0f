import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { DeliveryError, type Message } from './message.ts'
import { createOutboxWorker, type OutboxWorker, type OutboxWorkerOptions, retryDelay } from './outbox-worker.ts'
import { memoryOutbox } from './testing/memory-outbox.ts'
import { testMessage } from './testing/test-message.ts'

describe('outbox worker', () => {
  const start = 1_800_000_000_000
  const minute = 60_000
  let workers: OutboxWorker[] = []
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.close()))
    workers = []
  })

  /** A worker over an outbox in memory, whose transport does what `send` does. */
  function setUp(send: (message: Message, messageId: string) => Promise<void> | void = () => {}, more: Partial<OutboxWorkerOptions> = {}) {
    const clock = { at: start, now: () => clock.at }
    const outbox = memoryOutbox(clock)
    const sent: { id: string; messageId: string }[] = []
    const lines: string[] = []
    const line = (fields: object, text: string) => void lines.push(`${JSON.stringify(fields)} ${text}`)
    const worker = createOutboxWorker({
      outbox,
      open: ({ sealed, id }) => testMessage(id, JSON.parse(sealed) as object),
      transport: {
        async send(message, { messageId }) {
          await send(message, messageId)
          sent.push({ id: message.id, messageId })
        },
        async close() {},
      },
      clock,
      log: { info: line, warn: line, error: line },
      idleMs: 60 * minute,
      renewMs: 60 * minute,
      ...more,
    })
    worker.start()
    workers.push(worker)
    return { clock, outbox, sent, lines, worker }
  }

  const transient = () => {
    throw new DeliveryError('The email server answered 451 to RCPT TO.', false)
  }

  /** A message as a process puts it in and hands it over. */
  const handed = (outbox: ReturnType<typeof setUp>['outbox'], id: string, more = {}) => {
    outbox.add(id)
    Object.assign(outbox.rows.at(-1)!, { tries: 1, nextAt: start + outbox.leaseMs })
    return {
      instanceId: 'ins_test',
      id,
      expiresAt: start + 10 * minute,
      startBefore: start + outbox.leaseMs / 2,
      open: () => testMessage(id),
      ...more,
    }
  }

  describe('sending', () => {
    it('sends all that is due, erases it, and says how many', async () => {
      const { outbox, sent, worker, lines } = setUp()
      for (let i = 0; i < 23; i++) outbox.add(`msg_${i}`)
      expect(await worker.drain()).toBe(23)
      expect(sent).toHaveLength(23)
      expect(new Set(sent.map((each) => each.id)).size).toBe(23)
      expect(outbox.rows.every((row) => row.status === 'sent' && row.sealed === null)).toBe(true)
      expect(await worker.drain()).toBe(0)
      expect(lines).toEqual([])
    })

    it('is woken by a call, and by its timer', async () => {
      const called = setUp()
      called.outbox.add('msg_1')
      called.worker.wake()
      await expect.poll(() => called.sent.length).toBe(1)
      const timed = setUp(undefined, { idleMs: 20 })
      timed.outbox.add('msg_1')
      await expect.poll(() => timed.sent.length).toBe(1)
      timed.outbox.add('msg_2')
      await expect.poll(() => timed.sent.length).toBe(2)
    })

    it('runs once at a time, however often it is called, and has so many on their way', async () => {
      let now = 0
      let most = 0
      const { outbox, sent, worker } = setUp(
        async () => {
          most = Math.max(most, ++now)
          await sleep(2)
          now--
        },
        { concurrency: 3 },
      )
      for (let i = 0; i < 30; i++) outbox.add(`msg_${i}`)
      for (let i = 0; i < 20; i++) worker.wake()
      await Promise.all(Array.from({ length: 20 }, () => worker.drain()))
      expect(sent).toHaveLength(30)
      expect(most).toBe(3)
    })

    it('asks the outbox no more often than there is reason to', async () => {
      const { outbox, worker } = setUp(() => sleep(2), { concurrency: 3 })
      for (let i = 0; i < 7; i++) outbox.add(`msg_${i}`)
      await worker.drain()
      // Three, and then one for each that leaves, until one finds nothing.
      expect(outbox.leases).toBeLessThanOrEqual(6)
      outbox.leases = 0
      outbox.add('msg_x')
      await worker.drain()
      expect(outbox.leases).toBe(1)
    })

    it('does not let a new message wait behind a slow one', async () => {
      const slow = Promise.withResolvers<void>()
      const { outbox, sent, worker } = setUp((message) => (message.id === 'msg_slow' ? slow.promise : undefined))
      outbox.add('msg_slow')
      worker.wake()
      await sleep(20)
      outbox.add('msg_quick')
      worker.wake()
      await expect.poll(() => sent.map((each) => each.id)).toEqual(['msg_quick'])
      slow.resolve()
      await expect.poll(() => sent.length).toBe(2)
    })

    it('misses no call, whenever it comes', async () => {
      const { outbox, worker } = setUp()
      for (let i = 0; i < 300; i++) {
        outbox.add(`msg_${i}`)
        const drained = worker.drain()
        // Calls at every step of the run's end, down to the last microtask.
        for (let step = 0; step < i % 40; step++) await null
        outbox.add(`msg_${i}_late`)
        await Promise.all([drained, worker.drain()])
        expect(outbox.rows.filter((row) => row.status === 'due')).toEqual([])
      }
    })
  })

  describe('failing', () => {
    it('tries again after 5 s, 30 s and 2 minutes, under the same Message-ID', async () => {
      let tries = 0
      const ids: string[] = []
      const { clock, outbox, worker, lines } = setUp((_, messageId) => {
        ids.push(messageId)
        if (++tries < 5) transient()
      })
      outbox.add('msg_1', { expiresAt: start + 10 * minute })
      const waits: number[] = []
      while (outbox.rows[0]!.status === 'due') {
        await worker.drain()
        if (outbox.rows[0]!.status !== 'due') break
        waits.push(outbox.rows[0]!.nextAt - clock.at)
        expect(outbox.rows[0]!.error).toBe('The email server answered 451 to RCPT TO.')
        clock.at = outbox.rows[0]!.nextAt - 1
        expect(await worker.drain()).toBe(0)
        expect(tries).toBe(waits.length)
        clock.at += 1
      }
      expect(outbox.rows[0]!.status).toBe('sent')
      for (const [i, base] of [5000, 30_000, 120_000, 120_000].entries()) expect(waits[i]! >= base && waits[i]! < base * 1.2).toBe(true)
      expect(new Set(ids)).toEqual(new Set(['msg_1']))
      expect(lines).toHaveLength(4)
    })

    it('gives up for good what the mail server refuses for good', async () => {
      const { outbox, worker, lines } = setUp(() => {
        throw new DeliveryError('The email server answered 550 5.1.1 to RCPT TO.', true)
      })
      outbox.add('msg_1')
      expect(await worker.drain()).toBe(0)
      expect(outbox.rows[0]).toMatchObject({ status: 'failed', sealed: null, error: 'The email server answered 550 5.1.1 to RCPT TO.' })
      expect(lines).toHaveLength(1)
    })

    it('gives up when the next try would come too late', async () => {
      const { outbox, worker } = setUp(transient)
      outbox.add('msg_1', { expiresAt: start + 5000 })
      await worker.drain()
      expect(outbox.rows[0]).toMatchObject({ status: 'failed', tries: 1 })
    })

    it('does not send what has expired', async () => {
      const { outbox, sent, worker } = setUp()
      outbox.add('msg_1', { expiresAt: start })
      await worker.drain()
      expect(sent).toEqual([])
      expect(outbox.rows[0]).toMatchObject({ status: 'failed', error: 'It expired before it could be sent.' })
    })

    it('gives up what it cannot unseal, and sends the rest', async () => {
      const { outbox, sent, worker } = setUp()
      outbox.add('msg_1', { sealed: 'not what it was 123456' })
      outbox.add('msg_2')
      expect(await worker.drain()).toBe(1)
      expect(sent.map((each) => each.id)).toEqual(['msg_2'])
      expect(outbox.rows[0]).toMatchObject({ status: 'failed', error: 'It could not be unsealed.' })
    })

    it('tells nothing of what is in a message, whatever the transport throws', async () => {
      for (const error of [new Error('554 spam: 123456 http://x/?token=t0ken to a@b.example'), '123456', null, { message: '123456' }]) {
        const { outbox, worker, lines } = setUp(() => {
          throw error
        })
        outbox.add('msg_1')
        await worker.drain()
        expect(outbox.rows[0]).toMatchObject({ status: 'due', tries: 1 })
        expect(`${lines.join()}${outbox.rows[0]!.error}`).not.toMatch(/123456|t0ken|a@b/)
      }
    })

    it('goes on after the outbox could not be reached, and tells whoever waits', async () => {
      const { outbox, sent, worker, lines } = setUp(undefined, { idleMs: 20 })
      outbox.add('msg_1')
      outbox.broken = 'lease'
      await expect(worker.drain()).rejects.toThrow('no database')
      worker.wake()
      await expect.poll(() => lines.length).toBeGreaterThan(0)
      outbox.broken = null
      await expect.poll(() => sent.length).toBe(1)
    })

    it('sends again, after the lease, what it could not cross out', async () => {
      const { clock, outbox, sent, worker } = setUp()
      outbox.add('msg_1')
      outbox.broken = 'finish'
      expect(await worker.drain()).toBe(0)
      outbox.broken = null
      expect(await worker.drain()).toBe(0)
      clock.at += outbox.leaseMs
      expect(await worker.drain()).toBe(1)
      expect(sent).toEqual([
        { id: 'msg_1', messageId: 'msg_1' },
        { id: 'msg_1', messageId: 'msg_1' },
      ])
    })
  })

  describe('a message handed over', () => {
    it('goes out at once, and nobody asks the outbox for it', async () => {
      const { outbox, sent, worker } = setUp()
      for (let i = 0; i < 250; i++) worker.handOver(handed(outbox, `msg_${i}`))
      await expect.poll(() => outbox.rows.every((row) => row.status === 'sent' && row.sealed === null)).toBe(true)
      expect(new Set(sent.map((each) => each.id)).size).toBe(250)
      expect(sent).toHaveLength(250)
      expect(outbox.leases).toBe(0)
    })

    it('waits its turn beside those that are leased', async () => {
      let now = 0
      let most = 0
      const { outbox, sent, worker } = setUp(
        async () => {
          most = Math.max(most, ++now)
          await sleep(2)
          now--
        },
        { concurrency: 3 },
      )
      for (let i = 0; i < 20; i++) {
        outbox.add(`msg_leased_${i}`)
        worker.handOver(handed(outbox, `msg_${i}`))
      }
      await worker.drain()
      expect(sent).toHaveLength(40)
      expect(most).toBe(3)
    })

    it('that waited too long is left to whoever leases it', async () => {
      const slow = Promise.withResolvers<void>()
      const { clock, outbox, sent, worker } = setUp((message) => (message.id === 'msg_slow' ? slow.promise : undefined), { concurrency: 1 })
      worker.handOver(handed(outbox, 'msg_slow'))
      worker.handOver(handed(outbox, 'msg_late'))
      await sleep(5)
      clock.at = start + outbox.leaseMs / 2
      slow.resolve()
      await expect.poll(() => sent.length).toBe(1)
      expect(await worker.drain()).toBe(0)
      clock.at = start + outbox.leaseMs
      expect(await worker.drain()).toBe(1)
      expect(sent.map(({ id }) => id)).toEqual(['msg_slow', 'msg_late'])
    })

    it('that fails is tried again like any other', async () => {
      const { outbox, worker, lines } = setUp(transient)
      worker.handOver(handed(outbox, 'msg_1'))
      await expect.poll(() => outbox.rows[0]!.error).toBe('The email server answered 451 to RCPT TO.')
      const { nextAt } = outbox.rows[0]!
      expect(nextAt - start >= 5000 && nextAt - start < 6000).toBe(true)
      expect(lines).toHaveLength(1)
    })

    it('that has expired, or cannot be written, is given up', async () => {
      const { outbox, sent, worker } = setUp()
      worker.handOver(handed(outbox, 'msg_1', { expiresAt: start }))
      worker.handOver(
        handed(outbox, 'msg_2', {
          open: () => {
            throw new Error('123456')
          },
        }),
      )
      await expect.poll(() => outbox.rows.map((row) => row.status)).toEqual(['failed', 'failed'])
      expect(sent).toEqual([])
      expect(outbox.rows[1]!.error).not.toMatch(/123456/)
    })

    it('and not begun when the worker closes is due again at once', async () => {
      const slow = Promise.withResolvers<void>()
      const { outbox, sent, worker } = setUp(() => slow.promise, { concurrency: 1 })
      worker.handOver(handed(outbox, 'msg_1'))
      worker.handOver(handed(outbox, 'msg_2'))
      await sleep(5)
      const closing = worker.close()
      slow.resolve()
      await closing
      expect(sent.map(({ id }) => id)).toEqual(['msg_1'])
      expect(outbox.rows[1]).toMatchObject({ status: 'due', nextAt: start, error: null })
      worker.handOver(handed(outbox, 'msg_3'))
      await sleep(5)
      // Its process has let go of the transport: another takes it at once.
      expect(outbox.rows[2]).toMatchObject({ status: 'due', nextAt: start })
      expect(sent).toHaveLength(1)
    })
  })

  describe('a send that takes longer than its lease', () => {
    it.each(['leased', 'handed over'])('keeps a message that was %s', async (how) => {
      const slow = Promise.withResolvers<void>()
      const { clock, outbox, sent, worker } = setUp(() => slow.promise, { renewMs: 5 })
      if (how === 'leased') outbox.add('msg_1')
      else worker.handOver(handed(outbox, 'msg_1'))
      worker.wake()
      for (let i = 0; i < 6; i++) {
        await sleep(15)
        clock.at += outbox.leaseMs / 2
        expect(await outbox.lease(1)).toEqual([])
      }
      slow.resolve()
      await expect.poll(() => sent.length).toBe(1)
      await expect.poll(() => outbox.rows[0]!.status).toBe('sent')
    })

    it('leaves one alone that another worker took meanwhile', async () => {
      const slow = Promise.withResolvers<void>()
      const { clock, outbox, worker } = setUp(() => slow.promise)
      outbox.add('msg_1')
      worker.wake()
      await sleep(10)
      clock.at += outbox.leaseMs
      const [taken] = await outbox.lease(1)
      expect(taken).toMatchObject({ tries: 2 })
      const until = outbox.rows[0]!.nextAt
      clock.at += 1
      await outbox.extend([{ instanceId: 'ins_test', id: 'msg_1', tries: 1 }])
      expect(outbox.rows[0]!.nextAt).toBe(until)
      slow.resolve()
    })
  })

  describe('close', () => {
    it('waits for what is on its way and takes nothing more', async () => {
      const slow = Promise.withResolvers<void>()
      const { outbox, sent, worker } = setUp(() => slow.promise, { concurrency: 1, idleMs: 10 })
      outbox.add('msg_1')
      outbox.add('msg_2')
      worker.wake()
      await sleep(10)
      let closed = false
      const closing = worker.close().then(() => (closed = true))
      await sleep(30)
      expect(closed).toBe(false)
      slow.resolve()
      await closing
      expect(sent.map((each) => each.id)).toEqual(['msg_1'])
      worker.wake()
      expect(await worker.drain()).toBe(0)
      await sleep(30)
      expect(outbox.rows.map((row) => row.status)).toEqual(['sent', 'due'])
    })

    it('waits for those on their way even when the outbox fails meanwhile', async () => {
      const slow = Promise.withResolvers<void>()
      const { outbox, sent, worker } = setUp(() => slow.promise)
      outbox.add('msg_1')
      worker.wake()
      await sleep(10)
      outbox.broken = 'lease'
      worker.wake()
      await sleep(10)
      outbox.broken = null
      const closing = worker.close()
      await sleep(10)
      slow.resolve()
      await closing
      expect(sent).toHaveLength(1)
      expect(outbox.rows[0]!.status).toBe('sent')
    })
  })
})

describe('retry delay', () => {
  const bases = [
    [1, 5000],
    [2, 30_000],
    [3, 120_000],
    [4, 120_000],
    [50, 120_000],
  ] as const

  it.each(bases)('after %d tries: %d ms and up to a fifth more', (tries, base) => {
    const all = Array.from({ length: 500 }, (_, i) => retryDelay(tries, `msg_${i * 7919}`))
    for (const delay of all) expect(delay >= base && delay < base * 1.2).toBe(true)
    // They are spread, and not in lumps.
    expect(Math.max(...all) - Math.min(...all)).toBeGreaterThan(base * 0.18)
    expect(new Set(all).size).toBeGreaterThan(200)
  })
})
