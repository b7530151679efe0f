import { expect, test, vi } from 'vitest'
import { realServer } from '../packages/nextjs/src/testing/real-server.ts'
import { visitor } from '../packages/nextjs/src/testing/stage.ts'

const real = realServer()

// The JSON that forms read said in production, too, where the app's server looks for Latchkey.
test.each(['production', 'development'])('with the server away, in %s', async (mode) => {
  vi.stubEnv('NODE_ENV', mode)
  vi.spyOn(console, 'error').mockImplementation(() => {})
  real.before = () => {
    throw new TypeError('fetch failed')
  }
  const { status, text, json } = await visitor().fetch('/__latchkey/v1/client')
  expect([status, json.errors[0].code]).toEqual([502, 'server_unreachable'])
  expect(text.includes(new URL(real.app.frontendApiUrl).host)).toBe(mode === 'development')
  if (mode === 'production') expect(json.errors[0].long_message).toBe('Signing in isn’t possible right now. Try again in a moment.')
})
