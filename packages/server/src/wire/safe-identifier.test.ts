import { describe, expect, it } from 'vitest'
import { safeIdentifier } from './safe-identifier.ts'

describe('safeIdentifier', () => {
  it('shows what was typed', () => {
    expect(safeIdentifier('ada@example.com', 'ada@example.com')).toBe('ada@example.com')
  })
  it.each([
    ['ada@example.com', 'a***@e***.com'],
    ['a@b.co', 'a***@b***.co'],
    ['first.last@mail.example.museum', 'f***@m***.museum'],
  ])('hides most of %s', (address, shown) => {
    expect(safeIdentifier(address, 'other@example.com')).toBe(shown)
    expect(safeIdentifier(address, null)).toBe(shown)
  })
})
