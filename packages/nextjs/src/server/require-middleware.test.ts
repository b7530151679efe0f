import { beforeEach, expect, test, vi } from 'vitest'
import { PATH_HEADER } from '../middleware/pass-on.ts'
import { PROXY_FILE } from '../problems/proxy-file.ts'
import { requireMiddleware } from './require-middleware.ts'

let said: string[]
beforeEach(() => {
  said = []
  vi.spyOn(console, 'error').mockImplementation((text: string) => void said.push(text))
})

test.each(['development', 'production'])(
  'a page that the middleware did not see is an error, on the page and the terminal, in %s',
  (mode) => {
    vi.stubEnv('NODE_ENV', mode)
    vi.useFakeTimers({ toFake: ['Date'], now: mode.length * 1e12 })
    expect(() => requireMiddleware(new Headers())).toThrow(
      /^Latchkey: auth\(\) was called for a page that the Latchkey middleware did not see.*Create proxy\.ts/s,
    )
    expect(said).toHaveLength(1)
    for (const line of PROXY_FILE.split('\n')) expect(said[0]).toContain(line)
    vi.useRealTimers()
  },
)

test('a page that it saw is none, nor one of an app that has no middleware on purpose', () => {
  requireMiddleware(new Headers({ [PATH_HEADER]: '/' }))
  vi.stubEnv('LATCHKEY_MIDDLEWARE', 'off')
  requireMiddleware(new Headers())
  expect(said).toEqual([])
})
