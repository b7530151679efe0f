import { describe, expect, it } from 'vitest'
import type { User } from '../domain/user.ts'
import { aUser, aUserView } from './testing/fixtures.ts'
import { imageUrl } from './image-url.ts'

function drawn(fields: Partial<User>, identifications = aUserView().identifications): string {
  return decodeURIComponent(imageUrl(aUserView({ user: aUser(fields), identifications })))
}

describe('imageUrl', () => {
  it('is a data URL that every URL reader leaves as it is', () => {
    const url = imageUrl(aUserView())
    expect(new URL(url).href).toBe(url)
    expect(new URL(url).protocol).toBe('data:')
    expect(url).toMatch(/^data:image\/svg\+xml,[\w%=/:.,-]+$/)
    expect(url.length).toBeLessThan(500)
  })

  it.each([
    ['both names', { firstName: 'Ada', lastName: 'Lovelace' }, 'AL'],
    ['one name', { firstName: null, lastName: 'lovelace' }, 'L'],
    ['names outside ASCII', { firstName: 'Élodie', lastName: '李' }, 'É李'],
    ['a name that begins with a sign', { firstName: '"><script>', lastName: '&amp;' }, 'SA'],
    ['no name', { firstName: null, lastName: null }, 'A'],
    ['a name without letters', { firstName: '🦊', lastName: ' ' }, 'A'],
  ] as const)('draws the initials of %s', (_, fields, letters) => {
    expect(drawn(fields)).toContain(`>${letters}</text>`)
  })

  it('draws a figure where there is nothing to draw letters from', () => {
    const svg = drawn({ firstName: null, lastName: null }, [])
    expect(svg).not.toContain('<text')
    expect(svg).toContain('<circle')
  })

  it('keeps the colour of a person, and gives others another', () => {
    const colours = ['user_1', 'user_1', 'user_2', 'user_3'].map((id) => /fill="(#\w{6})"/.exec(drawn({ id }))![1])
    expect(colours[0]).toBe(colours[1])
    expect(new Set(colours).size).toBeGreaterThan(1)
  })
})
