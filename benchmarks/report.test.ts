import { describe, expect, it } from 'vitest'
import { isMet, median, table } from './report.ts'

describe('the report', () => {
  it('takes the middle figure', () => expect(median([3, 100, 1])).toBe(3))
  it('judges a target by the ratio where there is one, and upper bounds the other way round', () => {
    expect(isMet({ property: 'p', subject: 's', figure: 1, ratio: 3, target: 3 })).toBe(true)
    expect(isMet({ property: 'p', subject: 's', figure: 9, ratio: 2.9, target: 3 })).toBe(false)
    expect(isMet({ property: 'p', subject: 's', figure: 401, target: 400, below: true })).toBe(false)
    expect(isMet({ property: 'p', subject: 's', figure: 1 })).toBeNull()
  })
  it('says MISSED in the table', () => expect(table([{ property: 'p', subject: 's', figure: 1, target: 2 }])).toContain('MISSED'))
})
