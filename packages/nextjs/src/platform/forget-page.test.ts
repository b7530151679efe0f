import { expect, test, vi } from 'vitest'
import { forgetPage } from './forget-page.ts'

test('a page that is left hides itself, and loads anew when it is shown again', () => {
  const page = new EventTarget()
  const style = { visibility: '' }
  const reload = vi.fn<() => void>()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('document', { body: { style } })
  vi.stubGlobal('location', { reload })

  forgetPage()
  expect([style.visibility, reload.mock.calls.length]).toEqual(['', 0])
  page.dispatchEvent(new Event('pagehide'))
  expect([style.visibility, reload.mock.calls.length]).toEqual(['hidden', 0])
  page.dispatchEvent(new Event('pageshow'))
  expect(reload).toHaveBeenCalledTimes(1)
})
