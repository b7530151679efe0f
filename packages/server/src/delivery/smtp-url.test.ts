import { describe, expect, it } from 'vitest'
import { parseSmtpUrl } from './smtp-url.ts'

const server = { host: 'mail.example', port: 587, implicitTls: false, requireTls: true, auth: null }

describe('parseSmtpUrl', () => {
  it.each([
    ['smtp://mail.example', server],
    ['smtp://mail.example/', server],
    ['smtp://mail.example:2525', { ...server, port: 2525 }],
    ['smtps://mail.example', { ...server, port: 465, implicitTls: true, requireTls: false }],
    ['smtp://mail.example?tls=off', { ...server, requireTls: false }],
    ['smtp://localhost:1025', { ...server, host: 'localhost', port: 1025, requireTls: false }],
    ['smtp://127.0.0.1', { ...server, host: '127.0.0.1', requireTls: false }],
    ['smtp://[::1]', { ...server, host: '::1', requireTls: false }],
    ['smtp://u%40x:p%3A%25%2F@mail.example', { ...server, auth: { user: 'u@x', pass: 'p:%/' } }],
  ])('%s', (text, expected) => {
    expect(parseSmtpUrl(text)).toEqual(expected)
  })

  const secret = 'hunter2'
  it.each([
    '',
    'mail.example',
    'http://mail.example',
    'smtp://',
    'smtp:',
    'smtp://mail.example?x=off',
    `smtp://u:${secret}@`,
    `smtp://u:${secret}@mail.example/path`,
    `smtp://u:${secret}@mail.example#x`,
    `smtp://u:${secret}@mail.example?tls=on`,
    `smtp://u:${secret}@mail.example?tls.rejectUnauthorized=false`,
    `smtp://u:${secret}@mail.example?secure=${secret}`,
    `smtp://u:${secret}%@mail.example`,
    `smtp://u:${secret}@mail.example:99999`,
  ])('refuses %j without repeating it', (text) => {
    expect(() => parseSmtpUrl(text)).toThrow(expect.objectContaining({ message: expect.stringContaining('the email server') }))
    expect(() => parseSmtpUrl(text)).not.toThrow(secret)
  })

  it.each(['localhost.evil.example', '127.0.0.1.evil.example', '10.0.0.1'])('does not take %s for this machine', (host) => {
    expect(parseSmtpUrl(`smtp://${host}`).requireTls).toBe(true)
  })
})
