import { expect, test } from 'vitest'
import { entries } from '../packages/backend/src/testing/entries.ts'
import { forge, FORGED, jwks, NOW } from '../packages/backend/src/testing/forge.ts'

// A token whose signature was once found right was never held against the keys again, and a server may ask for one that lives ten years.
test.each(entries)('a token is good for little more than a minute after its key was withdrawn, on $entry', async ({ verifyToken }) => {
  let published: object = jwks
  const fetch = async () => Response.json(published)
  const token = forge({ exp: NOW + 315_360_000 })
  const at = (seconds: number) =>
    verifyToken(token, { publishableKey: FORGED.publishableKey, fetch, now: () => (NOW + seconds) * 1000 }).then(
      () => 'good',
      ({ reason }) => reason,
    )
  expect(await at(0)).toBe('good')
  published = { keys: [] }
  expect([await at(69), await at(70), await at(71)]).toEqual(['good', 'unknown_key', 'unknown_key'])
  published = jwks
  expect(await at(140)).toBe('good')
})
