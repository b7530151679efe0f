import { expect, it } from 'vitest'
import { jsonOfWords, wordOf } from './setting-words.ts'

it('writes a value as the command line does, and what is no setting in JSON', () => {
  expect([wordOf('session.lifetime', '7d'), wordOf('session.single', false), wordOf('quux', '7d')]).toEqual(['7d', 'off', '"7d"'])
})

it('reads words as JSON, and leaves what is no setting for the plan to refuse', () => {
  expect(
    jsonOfWords([
      ['session.single', 'off'],
      ['quux', 'off'],
    ]),
  ).toEqual({ 'session.single': false, quux: 'off' })
})
