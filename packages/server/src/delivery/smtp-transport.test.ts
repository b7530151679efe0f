import { type AddressInfo, createServer, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { turns } from '../../../../tools/testing/turns.ts'
import { createCertificate } from '../platform/self-signed.ts'
import { DeliveryError, type Message, type Transport } from './message.ts'
import { createSmtpTransport, smtpFailure, type SmtpTransportOptions } from './smtp-transport.ts'
import { type MailServer, Reply, startMailServer } from './testing/mail-server.ts'
import { parseMail } from './testing/parse-mail.ts'
import { testMessage } from './testing/test-message.ts'

describe('smtp transport', () => {
  const ends: (() => Promise<unknown> | void)[] = []
  afterEach(async () => {
    for (const end of ends.splice(0).toReversed()) await end()
  })

  async function server(...options: Parameters<typeof startMailServer>): Promise<MailServer> {
    const started = await startMailServer(...options)
    ends.push(() => started.close())
    return started
  }

  function transport(url: string, more: Partial<SmtpTransportOptions> = {}): Transport {
    const made = createSmtpTransport({ url, from: { name: 'Acme', address: 'mail@acme.example' }, ...more })
    ends.push(() => made.close())
    return made
  }

  async function failure(through: Transport, message: Message = testMessage('msg_1')): Promise<DeliveryError> {
    const error: unknown = await through.send(message, { messageId: message.id }).then(
      () => null,
      (reason: unknown) => reason,
    )
    expect(error).toBeInstanceOf(DeliveryError)
    expect((error as DeliveryError).message).not.toMatch(/123456|s3cr3t|ada@/)
    return error as DeliveryError
  }

  const headersOf = (raw: string, name: string) =>
    parseMail(raw)
      .headers.filter(([each]) => each === name)
      .map(([, value]) => value)

  describe('a mail', () => {
    it('arrives once, with both parts and the headers it needs', async () => {
      const { port, received } = await server()
      const message = testMessage('msg_1')
      await transport(`smtp://127.0.0.1:${port}`).send(message, { messageId: 'msg_1' })
      expect(received).toHaveLength(1)
      expect(received[0]).toMatchObject({ ehlo: 'acme.example', from: 'mail@acme.example', to: ['ada@example.com'] })
      const { headers, text, html } = parseMail(received[0]!.raw)
      expect(text).toBe(message.text)
      expect(html).toBe(message.html)
      expect(Object.fromEntries(headers)).toMatchObject({
        from: 'Acme <mail@acme.example>',
        to: 'ada@example.com',
        subject: '123456 is your Acme code',
        'message-id': '<msg_1@acme.example>',
        'auto-submitted': 'auto-generated',
        'mime-version': '1.0',
      })
      expect(headers.map(([name]) => name).toSorted()).toEqual([
        'auto-submitted',
        'content-type',
        'date',
        'from',
        'message-id',
        'mime-version',
        'subject',
        'to',
      ])
    })

    it('has the same Message-ID at every try', async () => {
      const { port, received } = await server()
      const through = transport(`smtp://127.0.0.1:${port}`)
      for (let i = 0; i < 3; i++) await through.send(testMessage('msg_7'), { messageId: 'msg_7' })
      expect(received.flatMap((each) => headersOf(each.raw, 'message-id'))).toEqual(Array(3).fill('<msg_7@acme.example>'))
    })

    it('goes with the name and password of the URL', async () => {
      const { port, received } = await server({
        onAuth: ({ username, password }, _, callback) => callback(password === 'p:%/' ? null : new Error('no'), { user: username }),
        allowInsecureAuth: true,
        authOptional: false,
      })
      await transport(`smtp://ada:p%3A%25%2F@127.0.0.1:${port}`).send(testMessage('msg_1'), { messageId: 'msg_1' })
      expect(received[0]?.user).toBe('ada')
      expect(await failure(transport(`smtp://ada:hunter2@127.0.0.1:${port}`))).toMatchObject({
        permanent: false,
        message: expect.stringMatching(/answered 535\b.* to AUTH/),
      })
    })
  })

  describe('what somebody would slip in', () => {
    it('no character that hides or turns the writing arrives', async () => {
      const { port, received } = await server()
      const through = transport(`smtp://127.0.0.1:${port}`, { from: { name: 'A\u202eB\u2028C', address: 'mail@acme.example' } })
      await through.send(testMessage('msg_1', { subject: 'A\u202eB\u2028C' }), { messageId: 'msg_1' })
      expect(headersOf(received[0]!.raw, 'subject')).toEqual(['A B C'])
      expect(headersOf(received[0]!.raw, 'from')).toEqual(['A B C <mail@acme.example>'])
    })

    it.each([
      'Acme\r\nBcc: x@evil.example',
      'Acme\nBcc: x@evil.example',
      'Acme\r\n\r\nBcc: x@evil.example',
      'Acme\u2028Bcc: x@evil.example',
      'Acme\rBcc: x@evil.example',
      '=?utf-8?q?Acme=0D=0ABcc:_x@evil.example?=',
      '"Acme" <x@evil.example>, y',
      'Acme\0Bcc: x@evil.example',
    ])('%j as subject and as sender name reaches one receiver and adds no header', async (text) => {
      const { port, received } = await server()
      const through = transport(`smtp://127.0.0.1:${port}`, { from: { name: text, address: 'mail@acme.example' } })
      await through.send(testMessage('msg_1', { subject: text }), { messageId: 'msg_1' })
      expect(received).toHaveLength(1)
      expect(received[0]!.to).toEqual(['ada@example.com'])
      expect(received[0]!.from).toBe('mail@acme.example')
      const names = parseMail(received[0]!.raw).headers.map(([name]) => name)
      expect(names.toSorted()).toEqual(['auto-submitted', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to'])
      expect(headersOf(received[0]!.raw, 'from')[0]).toMatch(/<mail@acme\.example>$/)
    })

    it.each([
      'ada@example.com\r\nRCPT TO:<x@evil.example>',
      'ada@example.com\r\nBcc: x@evil.example',
      '"x@evil.example x"@example.com',
      '"ada@example.com, x"@evil.example',
      'ada@example.com, x@evil.example',
      'Ada <ada@example.com>',
      'ada@example.com>\r\nRCPT TO:<x@evil.example',
      'ada@exam\u2028ple.com',
      'ADA@example.com',
      'ada',
      '',
      'ada@[127.0.0.1]',
      'a:x@evil.example;@example.com',
    ])('the address %j is refused before anything is sent', async (to) => {
      let connections = 0
      const { port, received } = await server({ onConnect: (_, callback) => callback(void connections++ as undefined) })
      expect(await failure(transport(`smtp://127.0.0.1:${port}`), testMessage('msg_1', { to }))).toMatchObject({ permanent: true })
      expect(received).toEqual([])
      expect(connections).toBe(0)
    })

    it.each(['msg_1>\r\nBcc: x', '', 'a b', '<x>'])('the id %j is refused', async (messageId) => {
      const { port, received } = await server()
      const through = transport(`smtp://127.0.0.1:${port}`)
      await expect(through.send(testMessage('msg_1'), { messageId })).rejects.toThrow('id of a message')
      expect(received).toEqual([])
    })

    it.each(['mail@acme.example\r\nX', '"x y"@acme.example', 'mail', ''])('the sender %j is refused at once', (address) => {
      expect(() => createSmtpTransport({ url: 'smtp://127.0.0.1', from: { name: null, address } })).toThrow(
        'The sender of emails is not an address. Set it to one at your domain.',
      )
    })

    it('no file or URL is read for a part', async () => {
      const { port, received } = await server()
      const part = { path: '/etc/hostname' } as unknown as string
      expect(await failure(transport(`smtp://127.0.0.1:${port}`), testMessage('msg_1', { text: part }))).toBeDefined()
      expect(received).toEqual([])
    })
  })

  describe('a mail server that does not take it', () => {
    it.each([
      ['onRcptTo', 450, false, 'answered 450 to RCPT TO'],
      ['onRcptTo', 550, true, 'answered 550 to RCPT TO'],
      ['onMailFrom', 550, false, 'answered 550 to MAIL FROM'],
      ['onConnect', 554, false, 'answered 554 to CONN'],
      ['onConnect', 421, false, 'answered 421 to CONN'],
    ] as const)('%s %d: permanent is %s', async (step, code, permanent, message) => {
      const refuse = (...args: unknown[]) => (args.at(-1) as (error: Error) => void)(new Reply(code, '123456 ada@example.com'))
      const { port } = await server({ [step]: refuse })
      expect(await failure(transport(`smtp://127.0.0.1:${port}`))).toMatchObject({ permanent, message: expect.stringContaining(message) })
    })

    it.each([
      [451, false],
      [554, true],
    ])('%d after the content: permanent is %s', async (code, permanent) => {
      const { port } = await server({
        onData(stream, _, callback) {
          stream.resume().on('end', () => callback(new Reply(code, 'looks like spam: 123456 is your Acme code ?token=sia_1.s3cr3t')))
        },
      })
      const error = await failure(transport(`smtp://127.0.0.1:${port}`))
      expect(error).toMatchObject({ permanent, message: `The email server answered ${code} to DATA.` })
    })

    it('is not there', async () => {
      const { port, close } = await server()
      await close()
      const error = await failure(transport(`smtp://127.0.0.1:${port}`))
      expect(error).toMatchObject({ permanent: false, message: expect.stringContaining('ECONNREFUSED') })
    })

    /** Something that listens and is no mail server. */
    async function listener(onConnection: (socket: Socket) => void): Promise<number> {
      const plain = createServer(onConnection)
      await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve))
      ends.push(() => new Promise((resolve) => plain.close(resolve)))
      return (plain.address() as AddressInfo).port
    }

    it('never says a word', async () => {
      const port = await listener((socket) => socket.on('error', () => {}))
      const error = await failure(transport(`smtp://127.0.0.1:${port}`))
      expect(error).toMatchObject({ permanent: false, message: expect.stringContaining('ETIMEDOUT') })
    }, 8000)

    it('answers so slowly that no single wait is too long', async () => {
      const port = await listener((socket) => {
        socket.on('error', () => {})
        socket.write('220 slow\r\n')
        const timer = setInterval(() => socket.write('250-still here\r\n'), 50)
        socket.on('close', () => clearInterval(timer))
      })
      const failed = failure(transport(`smtp://127.0.0.1:${port}`, { deadlineMs: 400 }))
      expect(await turns(failed)).toBeLessThan(40)
      expect(await failed).toMatchObject({ permanent: false })
    })

    it('hangs up in the middle', async () => {
      const port = await listener((socket) => {
        socket.on('error', () => {})
        socket.write('220 hello\r\n')
        socket.on('data', (data) => (String(data).startsWith('EHLO') ? socket.write('250 hello\r\n') : socket.destroy()))
      })
      expect(await failure(transport(`smtp://127.0.0.1:${port}`))).toMatchObject({ permanent: false })
    })

    it('works again on the next try', async () => {
      let calls = 0
      const { port, received } = await server({
        onRcptTo: (_, __, callback) => callback(++calls === 1 ? new Reply(451, 'greylisted') : null),
      })
      const through = transport(`smtp://127.0.0.1:${port}`)
      expect(await failure(through)).toMatchObject({ permanent: false })
      await through.send(testMessage('msg_1'), { messageId: 'msg_1' })
      expect(received).toHaveLength(1)
    })
  })

  describe('TLS', () => {
    /** For localhost and 127.0.0.1. */
    const certificate = createCertificate(Date.now())

    it.each(['smtps', 'smtp'] as const)('%s: the mail goes encrypted to a server whose certificate is trusted', async (scheme) => {
      const { port, received } = await server({ ...certificate, secure: scheme === 'smtps' })
      await transport(`${scheme}://localhost:${port}`, { ca: certificate.cert }).send(testMessage('msg_1'), { messageId: 'msg_1' })
      expect(received[0]?.secure).toBe(true)
    })

    it.each([
      ['smtps', 'localhost', 'is not trusted', {}],
      ['smtp', 'localhost', 'is not trusted', {}],
      ['smtps', '0.0.0.0', 'is of another host', { ca: certificate.cert }],
      ['smtp', '0.0.0.0', 'is of another host', { ca: certificate.cert }],
    ])('%s://%s: nothing is sent to a server whose certificate %s', async (scheme, host, _, trust) => {
      const { port, received } = await server({ ...certificate, secure: scheme === 'smtps' })
      const error = await failure(transport(`${scheme}://${host}:${port}`, trust))
      expect(error.permanent).toBe(false)
      expect(received).toEqual([])
    })

    it('nothing is sent in clear to a server elsewhere, unless its URL says so', async () => {
      const { port, received } = await server()
      // Reaches this machine by an address that is not taken for this machine.
      const elsewhere = `smtp://0.0.0.0:${port}`
      expect(await failure(transport(elsewhere))).toMatchObject({ permanent: false, message: expect.stringContaining('STARTTLS') })
      expect(received).toEqual([])
      await transport(`${elsewhere}?tls=off`).send(testMessage('msg_1'), { messageId: 'msg_1' })
      expect(received).toHaveLength(1)
    })
  })
})

describe('smtp failure', () => {
  const failure = (fields: object) => Object.assign(new Error('123456 secret@x.example'), fields)

  describe('smtpFailure', () => {
    it.each([
      [
        { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, response: '550 5.1.1 <a@b> gone' },
        'answered 550 5.1.1 to RCPT TO',
        true,
      ],
      [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451, response: '451 4.7.1 later' }, 'answered 451 4.7.1 to RCPT TO', false],
      [{ code: 'EMESSAGE', command: 'DATA', responseCode: 554, response: '554 spam: 123456' }, 'answered 554 to DATA', true],
      [{ code: 'EMESSAGE', command: 'DATA', responseCode: 500, response: '500 what' }, 'answered 500 to DATA', true],
      [{ code: 'EENVELOPE', command: 'DATA', responseCode: 503, response: '503 bad sequence' }, 'answered 503 to DATA', false],
      [{ code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550, response: '550 not yours' }, 'answered 550 to MAIL FROM', false],
      [{ code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535, response: '535 5.7.8 no' }, 'answered 535 5.7.8 to AUTH PLAIN', false],
      [{ code: 'EPROTOCOL', command: 'CONN', responseCode: 554, response: '554 go away' }, 'answered 554 to CONN', false],
      [{ code: 'ESOCKET', originalCode: 'ECONNREFUSED', command: 'CONN' }, 'ECONNREFUSED at CONN', false],
      [{ code: 'ETIMEDOUT', command: 'CONN' }, 'ETIMEDOUT at CONN', false],
      [{ code: 'EENVELOPE', command: 'API' }, 'EENVELOPE at API', true],
      [{ code: '123456', command: 'see 123456' }, 'unknown reason at sending', false],
    ])('%j', (fields, text, permanent) => {
      const error = smtpFailure(failure(fields))
      expect(error.message).toContain(text)
      expect(error.permanent).toBe(permanent)
      expect(error.message).not.toMatch(/123456|secret|@/)
    })

    it.each([null, undefined, 'text', new Error('x')])('takes %s', (error) => {
      expect(smtpFailure(error)).toMatchObject({ permanent: false })
    })
  })
})
