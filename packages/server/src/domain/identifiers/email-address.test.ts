import { describe, expect, it } from 'vitest'
import { canonicalEmailAddress, isTestAddress } from './email-address.ts'

/** 254 characters. */
const longest = `${'l'.repeat(64)}@${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(61)}`

describe('canonicalEmailAddress', () => {
  it.each([
    ['Ada@Example.COM', 'ada@example.com'],
    ['ada+plus.dot@mail.example.com', 'ada+plus.dot@mail.example.com'],
    ['ada@bücher.example', 'ada@xn--bcher-kva.example'],
    [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
    ['рaypal@example.com', null],
    ['ada@раypal.com', 'ada@xn--ypal-43d9g.com'],
    ['ada@ex\u212Aample.com', 'ada@exkample.com'],
    ['a@example.com', 'a@example.com'],
    [longest, longest],
    ['ａｄａ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'ada@example.com'],
    ['ada﹫example.com', 'ada@example.com'],
    ['A\u{1D41D}a@example.com', 'ada@example.com'],
    ['bounce+ada=other.example@example.com', 'bounce+ada=other.example@example.com'],
    ['who?@example.com', 'who?@example.com'],
  ])('%s → %s', (input, expected) => expect(canonicalEmailAddress(input)).toBe(expected))

  it.each([
    'ada',
    '@example.com',
    'ada@',
    'ada@example',
    'ada@@example.com',
    'a@b@example.com',
    'victim\uFF20evil.com@good.com',
    'a@good.com\uFE6Bevil.com',
    'a@good\u3002com',
    'ada@127.0.0.1',
    'ada@[127.0.0.1]',
    '"ada"@example.com',
    'ada @example.com',
    ' ada@example.com',
    'ada@example.com\r\nBcc: x@y.z',
    'ada\u0000@example.com',
    'ada\u202E@example.com',
    'a\u200Dda@example.com',
    'a..b@example.com',
    '.a@example.com',
    'a.@example.com',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(300)}.com`,
    'a@-x.com',
    'a@x-.com',
    'a@example.com.',
    'a@exa mple.com',
    'a@b/c.com',
    'a@b?c.com',
    'a@b#c.com',
    'a@b:80.com',
    'a@2130706433',
    'a@b.1',
    'a@%65.com',
    `a@${'x'.repeat(60)}.${'y'.repeat(60)}.${'z'.repeat(60)}.${'w'.repeat(60)}.example.com`,
    '',
    '@',
    'ada.example.com',
    `${longest}c`,
    'ada@exam\tple.com',
    'ada@exam\u00adple.com',
    'ada@example.com/',
    'ada@user:pw@example.com',
    // Encoded words, as text and folded into text, whole and cut short.
    '=?utf-8?q?x=40evil.test?=@example.com',
    '=?UTF-8?B?eEBldmlsLnRlc3Q=?=@example.com',
    'a=?utf-8?q?=40?=@example.com',
    '＝？utf-8？q？x=40evil.test？＝@example.com',
    '=?utf-8?q?x@example.com',
    'ada@=?utf-8?q?evil.test?=',
    '=?@example.com',
    // Routes through other hosts.
    '@evil.test:ada@example.com',
    '@a.test,@b.test:ada@example.com',
    '<ada@example.com>',
    'Ada <ada@example.com>',
    'ada%evil.test@example.com',
    'ada％evil.test@example.com',
    'evil.test!ada@example.com',
    'evil.test！ada@example.com',
    'ada@evil.test,example.com',
    'ada@evil.test;b@c.test',
    // Comments and quotes.
    'ada(x@evil.test)@example.com',
    '(c)ada@example.com',
    'ada@(c)example.com',
    'ada@example.com(c)',
    '"ada@evil.test"@example.com',
    '"a\\"@evil.test"@example.com',
    'ada.""@example.com',
    'ada\\@evil.test@example.com',
    '\uFF02ada\uFF02@example.com',
    // What turns around, shows nothing, or folds to a space.
    'ada\u2066@example.com',
    'ada\u2069@example.com',
    'ada\u200E@example.com',
    'ada\u061C@example.com',
    '\uFEFFada@example.com',
    'ada\u007F@example.com',
    'ada\u0085@example.com',
    'ada@exam\u202Eple.com',
    'ada\u00A8@example.com',
    'ada@exam\u00B4ple.com',
    'ada\u3000@example.com',
    'ada@ex\u2100mple.com',
    'victim＠evil.test@good.com',
    'victim@evil.test＠good.com',
    'ada@example\uFF61com',
    'ada@１２７．０．０．１',
    'ada\u{E0041}@example.com',
    'ada@ex\u{E0041}ample.com',
    'ada\uD800@example.com',
    // Short as typed and too long as sent, and the other way round.
    `a@${'\u00fc.'.repeat(60)}com`,
    `a@${`${'e\u0301'.repeat(45)}.`.repeat(3)}com`,
  ])('refuses %j', (input) => expect(canonicalEmailAddress(input)).toBeNull())

  it("gives for every character of Unicode's first plane a spelling that is its own canonical form, or none", () => {
    for (let point = 0; point < 0x1_0000; point++) {
      const mark = String.fromCharCode(point)
      const canonical = canonicalEmailAddress(`a${point < 256 ? mark : ''}b@ex${mark}ample.com`)
      if (canonical === null) continue
      expect(canonical).toMatch(/^[^@\s\u0080-\uffff]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/)
      expect(canonicalEmailAddress(canonical)).toBe(canonical)
    }
  })

  it('is quick on a hostile length', () => {
    for (const text of ['a'.repeat(1e6), '<'.repeat(1e5), '('.repeat(1e5), '@'.repeat(1e5), '"'.repeat(1e5)]) {
      expect(canonicalEmailAddress(text)).toBeNull()
    }
  })
})

describe('isTestAddress', () => {
  it.each([
    ['ada+clerk_test@example.com', true],
    ['ada+latchkey_test@example.com', true],
    ['ada@example.com', false],
    ['ada+clerk_test.x@example.com', false],
    ['ada@clerk_test.com', false],
  ])('%s → %s', (address, expected) => expect(isTestAddress(address)).toBe(expected))
})
