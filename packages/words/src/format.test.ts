import { expect, it } from 'vitest'
import { ago, days, spans, timesOfDay } from './format.ts'

const minute = 60_000

it.each([
  [0, 'now', 'jetzt'],
  [-minute, 'now', 'jetzt'],
  [minute, '1 minute ago', 'vor 1 Minute'],
  [59 * minute, '59 minutes ago', 'vor 59 Minuten'],
  [60 * minute, '1 hour ago', 'vor 1 Stunde'],
  [24 * 60 * minute, 'yesterday', 'gestern'],
  [45 * 24 * 60 * minute, 'last month', 'letzten Monat'],
  [800 * 24 * 60 * minute, '2 years ago', 'vor 2 Jahren'],
])('%d ms ago is %s', (passed, english, german) => {
  expect([ago('en', 0, passed), ago('de', 0, passed)]).toEqual([english, german])
})

it.each([
  [Date.UTC(2027, 2, 5, 8, 5, 59), '5 March 2027', '08:05 UTC', '5. März 2027'],
  [Date.UTC(2026, 11, 31, 23, 59), '31 December 2026', '23:59 UTC', '31. Dezember 2026'],
  [Date.UTC(2027, 0, 1, 0, 0), '1 January 2027', '00:00 UTC', '1. Januar 2027'],
])('%d: %s, %s', (at, english, time, german) => {
  expect([days('en-GB')(at), timesOfDay('en-GB')(at), days('de')(at)]).toEqual([english, time, german])
})

it.each([
  [1, '1 minute', '1 минута'],
  [3, '3 minutes', '3 минуты'],
  [10, '10 minutes', '10 минут'],
])('counts %d as the language does', (count, english, russian) => {
  expect([spans('en', 'minute')(count), spans('ru', 'minute')(count)]).toEqual([english, russian])
})
