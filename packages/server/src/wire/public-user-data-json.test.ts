import { describe, expect, it } from 'vitest'
import { aUserView } from './testing/fixtures.ts'
import { imageUrl } from './image-url.ts'
import { publicUserDataJson } from './public-user-data-json.ts'

describe('publicUserDataJson', () => {
  it('is the name, the picture and the address one recognises an account by', () => {
    const image = imageUrl(aUserView())
    expect(publicUserDataJson(aUserView())).toEqual({
      user_id: 'user_1',
      first_name: 'Ada',
      last_name: 'Lovelace',
      image_url: image,
      profile_image_url: image,
      has_image: false,
      identifier: 'ada@example.com',
      username: null,
    })
  })
  it('has an empty identifier for a user without addresses', () => {
    expect(publicUserDataJson(aUserView({ identifications: [] })).identifier).toBe('')
  })
})
