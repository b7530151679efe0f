import { describe, expect, it } from 'vitest'
import { identifierIn, isTestIdentifier, shownIdentifier } from './rules.ts'

const email = (value: string) => ({ type: 'email_address', value }) as const

describe('what is shown of an identifier', () => {
  it('is all of it to who typed it', () => {
    expect(shownIdentifier(email('ada@example.com'), email('ada@example.com'))).toBe('ada@example.com')
  })
  it.each([
    ['ada@example.com', 'a***@e***.com'],
    ['a@b.co', 'a***@b***.co'],
    ['first.last@mail.example.museum', 'f***@m***.museum'],
  ])('is little of %s to others', (value, shown) => {
    expect(shownIdentifier(email(value), email('other@example.com'))).toBe(shown)
    expect(shownIdentifier(email(value), null)).toBe(shown)
  })
})

describe('a typed text', () => {
  it('is what is switched on and takes it', () => {
    expect(identifierIn(' ada', ['email_address'])).toBe(null)
    expect(identifierIn('Ada@Example.com', ['email_address'])).toEqual(email('ada@example.com'))
    expect(identifierIn('ada@example.com', [])).toBe(null)
  })
})

it('knows test values', () => {
  expect([isTestIdentifier(email('a+clerk_test@example.com')), isTestIdentifier(email('a@example.com'))]).toEqual([true, false])
})
