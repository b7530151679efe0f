import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ERRORS, type ErrorDefinition } from './errors.ts'

const entries: ReadonlyArray<readonly [string, ErrorDefinition]> = Object.entries(ERRORS)

describe.each(entries)('%s', (code, { status, message, longMessage }) => {
  test('is a snake_case code with an error status', () => {
    expect(code).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(600)
  })

  test('has two texts made of whole sentences', () => {
    for (const text of [message, longMessage]) {
      expect(text).toBe(text.trim())
      expect(text).toMatch(/^[A-Z].*[^.]\.$/)
      expect(text).not.toMatch(/ {2}|[{}]|[Cc]lerk/)
    }
    expect(message).not.toMatch(/\. /)
    expect(longMessage).toMatch(/\. [A-Z]/)
  })
})

test('no code stands in two families, where the later would silently win', async () => {
  const names = readdirSync(new URL('./errors/', import.meta.url)).map((file) => file.replace('.ts', ''))
  const families = await Promise.all(names.map(async (name): Promise<object[]> => Object.values(await import(`./errors/${name}.ts`))))
  const codes = families.flat().flatMap((family) => Object.keys(family))
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([])
  expect(new Set(codes)).toEqual(new Set(Object.keys(ERRORS)))
})

test.each([
  ['session_exists', 400],
  ['form_identifier_not_found', 422],
  ['form_code_incorrect', 422],
  ['verification_expired', 400],
  ['verification_failed', 400],
  ['user_locked', 403],
  ['authentication_invalid', 401],
  ['resource_not_found', 404],
  ['sign_up_outdated_verification', 410],
  ['too_many_requests', 429],
] as const)('%s is answered with %d, on which unmodified SDKs branch', (code, status) => {
  expect(ERRORS[code].status).toBe(status)
})
