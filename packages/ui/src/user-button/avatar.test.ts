import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { user } from '../testing/fixtures.ts'
import { hueOf, initialsOf, nameOf } from './avatar.tsx'

const nobody = user({ firstName: null, lastName: null, fullName: null })

it.each([
  [user(), 'AL', 'Ada Lovelace'],
  [user({ lastName: null, fullName: 'Ada' }), 'A', 'Ada'],
  [user({ firstName: ' “éva”', lastName: '', fullName: 'éva' }), 'É', 'éva'],
  [nobody, 'A', 'ada.lovelace@northwind.test'],
  [{ ...nobody, primaryEmailAddress: null }, '?', ''],
])('%#', (of, initials, name) => {
  expect([initialsOf(of), nameOf(of)]).toEqual([initials, name])
})

it('gives everybody a colour that stays, and neighbours different ones', () => {
  const hues = ['user_2ada', 'user_2adb', 'user_2adc'].map(hueOf)
  expect(hues).toEqual(['user_2ada', 'user_2adb', 'user_2adc'].map(hueOf))
  expect(new Set(hues).size).toBe(3)
  const sheet = readFileSync(join(import.meta.dirname, '../styles.css'), 'utf8')
  for (const hue of hues) expect(sheet).toContain(`[data-hue='${hue}'] {`)
})
