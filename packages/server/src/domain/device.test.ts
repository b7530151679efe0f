import { describe, expect, it } from 'vitest'
import { busyMs } from '../../../../tools/testing/busy-ms.ts'
import { deviceName, deviceOf } from './device.ts'

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)'
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)'
const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15'
const ipad = 'Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) AppleWebKit/605.1.15'
const android = 'Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36'

describe('deviceOf', () => {
  it.each([
    [`${windows} Chrome/141.0.0.0 Safari/537.36`, 'Chrome on Windows', '141', false],
    [`${windows} Chrome/141.0.0.0 Safari/537.36 Edg/142.0.1`, 'Edge on Windows', '142', false],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Windows', '140', false],
    [`${mac} Version/18.5 Safari/605.1.15`, 'Safari on Mac', '18', false],
    [`${iphone} Version/18.5 Mobile/15E148 Safari/604.1`, 'Safari on iPhone', '18', true],
    [`${ipad} CriOS/141.0.1 Mobile/15E148 Safari/604.1`, 'Chrome on iPad', '141', true],
    [`${android} SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36`, 'Samsung Internet on Android', '28', true],
    ['Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) Chrome/141.0.0.0 Safari/537.36', 'Chrome on ChromeOS', '141', false],
    ['Mozilla/5.0 (X11; Linux x86_64) Chrome/141.0 Safari/537.36 OPR/121.0', 'Opera on Linux', '121', false],
  ])('reads %s', (userAgent, name, version, mobile) => {
    expect(deviceName(userAgent)).toBe(name)
    expect(deviceOf(userAgent)).toMatchObject({ browserVersion: version, mobile })
  })

  it.each([[null], [''], ['curl/8.9.1'], ['<b>Firefox</b>']])('knows nothing of %s and repeats none of it', (userAgent) => {
    expect(deviceOf(userAgent)).toEqual({ type: null, mobile: false, browser: null, browserVersion: null })
    expect(deviceName(userAgent)).toBe('an unknown device')
  })

  it.each(['<b>Chrome/1</b> Windows NT\r\nBcc: x', 'Click http://evil.example Chrome/1 Windows NT'])(
    'lets nothing of the header through: %j',
    (userAgent) => {
      expect(deviceName(userAgent)).toBe('Chrome on Windows')
    },
  )

  it('says as much as it knows', () => {
    expect(deviceOf('Mozilla/5.0 (Linux; Android 15)')).toEqual({ type: 'Android', mobile: true, browser: null, browserVersion: null })
    expect(deviceOf('Mozilla/5.0 (Haiku) Firefox/140.0')).toEqual({ type: null, mobile: false, browser: 'Firefox', browserVersion: '140' })
    expect(deviceName('Mozilla/5.0 (Windows NT 10.0)')).toBe('Windows')
    expect(deviceName('Mozilla/5.0 (Haiku) Firefox/140.0')).toBe('Firefox')
  })

  it('reads a header of any length in no time', () => {
    expect(busyMs(() => deviceOf('Version/1 '.repeat(100_000)))).toBeLessThan(50)
  })
})
