import { describe, expect, it } from 'vitest'
import { plainLine } from './plain-line.ts'

describe('plainLine', () => {
  it.each([
    ['Acme', 'Acme'],
    ['  Acme  Inc. ', 'Acme Inc.'],
    ['Acme\r\nBcc: x@evil.example', 'Acme Bcc: x@evil.example'],
    ['a\rb\nc\u0085d\u2028e\u2029f\vg\fh\0i\u001bj\u007fk', 'a b c d e f g h i j k'],
    ['a\u202eb\u2066c\u200bd\ufeffe', 'a b c d e'],
    ['a\u00a0\u3000b', 'a b'],
    ['a\ud800b', 'a b'],
    ['Zoë 東京 שלום 🔑', 'Zoë 東京 שלום 🔑'],
    ['نمی\u200cخواهم', 'نمی\u200cخواهم'],
    ['=?utf-8?q?=0ABcc?=', '=?utf-8?q?=0ABcc?='],
    ['', ''],
    ['\n', ''],
  ])('%j → %j', (text, line) => {
    expect(plainLine(text)).toBe(line)
  })

  it('cuts long ones without splitting a character', () => {
    expect(plainLine('x'.repeat(300), 10)).toBe(`${'x'.repeat(9)}…`)
    expect(plainLine('🔑'.repeat(300), 10)).toBe(`${'🔑'.repeat(9)}…`)
    expect(plainLine('x'.repeat(10), 10)).toBe('x'.repeat(10))
  })
})
