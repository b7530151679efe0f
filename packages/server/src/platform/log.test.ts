import { describe, expect, it } from 'vitest'
import { createLog } from './log.ts'
import type { LogOptions } from './log.ts'

function collect(options: Omit<LogOptions, 'destination'>) {
  const lines: string[] = []
  return { log: createLog({ ...options, destination: { write: (line) => lines.push(line) } }), lines }
}

const canary = 'c4n4ry'
const poisoned = {
  method: 'GET',
  url: `/v1/verify?token=${canary}&a=1`,
  token: canary,
  headers: { cookie: canary, 'set-cookie': [canary], authorization: `Bearer ${canary}`, 'user-agent': 'Mozilla' },
  err: new Error(`boom __clerk_db_jwt=${canary}`),
  nested: { deep: { code: canary, jwt: canary, password: canary, secret: canary } },
}

describe.each(['json', 'pretty'] as const)('createLog, %s', (format) => {
  it('lets no canary through, at any level', () => {
    const { log, lines } = collect({ format, level: 'debug' })
    for (const level of ['debug', 'info', 'warn', 'error'] as const) log[level](poisoned, `went to /?code=${canary}`)
    expect(lines).toHaveLength(4)
    for (const line of lines) {
      expect(line).not.toContain(canary)
      expect(line).toContain('/v1/verify?token=[redacted]&a=1')
      expect(line).toContain('boom')
    }
  })

  it('writes its level and what is more serious', () => {
    const { log, lines } = collect({ format, level: 'warn' })
    for (const level of ['debug', 'info', 'warn', 'error'] as const) log[level]({}, level)
    expect(lines.map((line) => /warn|error/.exec(line)?.[0])).toEqual(['warn', 'error'])
  })

  it('is silent when told', () => {
    const { log, lines } = collect({ format, level: 'silent' })
    log.error(poisoned, 'x')
    expect(lines).toEqual([])
  })

  it('writes one line for one event, whatever is in it', () => {
    const { log, lines } = collect({ format, level: 'info' })
    log.info({ agent: 'x\n08:15:30 error  forged\u2028\u001b[2J', 'k\ney': 1 }, 'hello\r\n{"level":"error"}')
    expect(lines).toHaveLength(1)
    expect(lines[0]!.trimEnd()).not.toMatch(/\p{Cc}/u)
  })

  it('does not look at what it will not write', () => {
    let looked = 0
    collect({ format, level: 'info' }).log.debug(
      {
        get costly() {
          return ++looked
        },
      },
      'x',
    )
    expect(looked).toBe(0)
  })

  it('does not trip over what cannot be written', () => {
    const { log, lines } = collect({ format, level: 'info' })
    const loop: { self?: unknown } = {}
    loop.self = loop
    log.info({ loop, big: 1n, nothing: undefined, empty: null, no: false }, 'x')
    expect(lines).toHaveLength(1)
  })
})

describe('the two forms', () => {
  it('json: an object with time, level, message and the fields', () => {
    const { log, lines } = collect({ format: 'json', level: 'info' })
    log.info({ status: 200, ms: 1.5 }, 'GET /v1/client')
    expect(JSON.parse(lines[0]!)).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      status: 200,
      ms: 1.5,
      msg: 'GET /v1/client',
    })
  })

  it('keeps fields from passing for its own', () => {
    const { log, lines } = collect({ format: 'json', level: 'info' })
    log.info({ level: 'error', time: 0, msg: 'forged', other: 1 }, 'x')
    expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'info', msg: 'x', level_: 'error', time_: 0, msg_: 'forged', other: 1 })
  })

  it('pretty: a short line, errors indented below', () => {
    const { log, lines } = collect({ format: 'pretty', level: 'info' })
    log.info({ status: 200, path: '/v1/client', note: 'two words' }, 'Answered.')
    expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d info {2}Answered\. status=200 path=\/v1\/client note="two words"\n$/)
    log.info({ list: ['x'], empty: null, object: { a: 1 } }, 'Seen.')
    expect(lines[1]).toMatch(/ Seen\. list=\["x"\] empty=null object=\{"a":1\}\n$/)
    log.error({ err: new Error('boom') }, 'Failed.')
    expect(lines[2]).toMatch(/^\d\d:\d\d:\d\d error Failed\.\n {9}Error: boom\n {9}at /)
  })
})
