import { vi } from 'vitest'

/** A page's `window` and `document`, as far as the store looks at them. Vitest takes them away after the test. */
export function fakeDocument(cookie = '') {
  const document = Object.assign(new EventTarget(), { cookie, visibilityState: 'visible' })
  const window = new EventTarget()
  vi.stubGlobal('document', document)
  vi.stubGlobal('window', window)
  vi.stubGlobal('location', { href: 'https://app.example/here?x=1' })
  return {
    document,
    fire: (name: string, of: object = {}) =>
      void (name === 'visibilitychange' ? document : window).dispatchEvent(Object.assign(new Event(name), of)),
  }
}
