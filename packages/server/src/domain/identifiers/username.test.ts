import { describe, expect, it } from 'vitest'
import { username } from './username.ts'

describe('a username', () => {
  it.each([
    ['Ada_Lovelace', 'ada_lovelace'],
    ['  ada-1815 ', 'ada-1815'],
    ['ＡＤＡ＿Ｌ', 'ada_l'],
    ['1ada', '1ada'],
    ['a'.repeat(64), 'a'.repeat(64)],
    ['admin', 'admin'],
    // As long as a text may be that is folded at all.
    [`${' '.repeat(251)}ada_l`, 'ada_l'],
  ])('%j is stored as %j', (text, stored) => {
    expect(username.canonical(text)).toBe(stored)
    expect(username.faultOf!(text)).toBeNull()
    expect(username.canonical(stored)).toBe(stored)
  })

  it.each([
    ['ada', 'form_username_invalid_length'],
    ['', 'form_username_invalid_length'],
    ['a'.repeat(65), 'form_username_invalid_length'],
    ['a'.repeat(100_000), 'form_username_invalid_length'],
    [`${' '.repeat(252)}ada_l`, 'form_username_invalid_length'],
    ['ada.lovelace', 'form_username_invalid_character'],
    ['ada lovelace', 'form_username_invalid_character'],
    ['ada@example.com', 'form_username_invalid_character'],
    // Letters of other scripts that look like these: one could pass for somebody else.
    ['\u0430da_l', 'form_username_invalid_character'],
    ['ada\u0131', 'form_username_invalid_character'],
    ['ada\u200bl', 'form_username_invalid_character'],
    ['adél', 'form_username_invalid_character'],
    ['12345', 'form_username_needs_non_number_char'],
    ['12_34', 'form_username_needs_non_number_char'],
    ['+1 555 0100', 'form_username_cannot_be_phone_number'],
    ['(020) 7946', 'form_username_cannot_be_phone_number'],
  ])('%j is none: %s', (text, fault) => {
    expect(username.canonical(text)).toBeNull()
    expect(username.faultOf!(text)).toBe(fault)
  })

  it('holds back names that seem to speak for the application', () => {
    expect(['admin', 'support', 'postmaster', 'no-reply', 'sign-in'].map((name) => username.isReserved!(name))).toEqual(Array(5).fill(true))
    expect(['ada_l', 'adminx', 'my-admin'].map((name) => username.isReserved!(name))).toEqual(Array(3).fill(false))
  })

  it('is masked to its first letter, and never a test value', () => {
    expect(username.masked('ada_l')).toBe('a***')
    expect(username.isTest('ada_latchkey_test')).toBe(false)
  })
})
