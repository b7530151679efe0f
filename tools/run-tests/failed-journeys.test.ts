import { expect, test } from 'vitest'
import { failedJourneys } from './failed-journeys.ts'

test('a failure is its title and what is indented below it, up to the next line that is not', () => {
  const { line, failures } = failedJourneys()
  const lines = [
    '✓ a visit',
    '    not of a failure',
    '✗ a click (1.0 s)',
    '    Error: nothing there',
    '    at home',
    '  a figure',
    '    nobody’s',
    '✗ a key (2.0 s)',
  ]
  for (const text of lines) line(text)
  expect(failures).toEqual(['a click (1.0 s)\n    Error: nothing there\n    at home', 'a key (2.0 s)'])
})
