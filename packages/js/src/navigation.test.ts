import { expect, test, vi } from 'vitest'
import { createLatchkey } from './create-latchkey.ts'
import type { Navigator } from './latchkey.ts'
import { clientJson, sessionJson } from './testing/client-json.ts'
import { scriptedPage } from './testing/scripted-server.ts'

test('goes by the navigator that was set last', async () => {
  const { latchkey, navigator } = scriptedPage()
  await latchkey.navigate('/a', { replace: true })
  expect(navigator.navigate).toHaveBeenCalledExactlyOnceWith('/a', { replace: true })
  const other = { navigate: vi.fn<Navigator['navigate']>(), refresh: vi.fn<Navigator['refresh']>() }
  latchkey.setNavigator(other)
  await latchkey.navigate('https://other.example/')
  expect(other.navigate).toHaveBeenCalledExactlyOnceWith('https://other.example/', {})
  await expect(latchkey.navigate('javascript:alert(1)')).rejects.toThrow(TypeError)
  expect(other.navigate).toHaveBeenCalledTimes(1)
})

test('without a framework it loads the page', async () => {
  const location = { href: 'https://app.example/', assign: vi.fn<(to: string) => void>(), replace: vi.fn<(to: string) => void>() }
  vi.stubGlobal('location', location)
  const latchkey = createLatchkey({ publishableKey: 'pk_live_x', baseUrl: '/__latchkey' })
  await latchkey.navigate('/a')
  await latchkey.navigate('/b', { replace: true })
  expect([location.assign.mock.calls, location.replace.mock.calls]).toEqual([[['/a']], [['/b']]])
})

test('nobody who signs out is sent to sign in instead', async () => {
  const { server, latchkey, navigator } = scriptedPage()
  server.client = clientJson([sessionJson()])
  await latchkey.load()
  server.client = null
  const end = latchkey.subscribe(() => void latchkey.navigate('/sign-in', { replace: true, automatic: true }))
  await latchkey.signOut({ redirectUrl: '/bye' })
  await latchkey.navigate('/sign-in', { automatic: true })
  end()
  expect(navigator.navigate.mock.calls).toEqual([['/bye', {}]])
})

test('but somebody who was not allowed to, or only signs out, is', async () => {
  const { server, latchkey, navigator } = scriptedPage()
  server.down = true
  await expect(latchkey.signOut({ redirectUrl: '/bye' })).rejects.toThrow()
  await latchkey.navigate('/sign-in', { automatic: true })
  server.down = false
  await latchkey.signOut()
  await latchkey.navigate('/sign-in', { automatic: true })
  expect(navigator.navigate.mock.calls).toEqual([
    ['/sign-in', {}],
    ['/sign-in', {}],
  ])
})
