import { expect, it } from 'vitest'
import { spokenWait } from './spoken-wait.ts'

it.each([
  [0, '1 second'],
  [1, '1 second'],
  [8, '8 seconds'],
  [89, '89 seconds'],
  [91, '2 minutes'],
  [3600, '60 minutes'],
  [5400, '2 hours'],
  [86_399, '24 hours'],
])('%d seconds are told as %s', (seconds, text) => expect(spokenWait(seconds)).toBe(text))
