/** What a User-Agent header tells of a device, in words of our own: nothing of the header itself is ever shown. */
export interface Device {
  readonly type: string | null
  readonly mobile: boolean
  readonly browser: string | null
  /** Major version. */
  readonly browserVersion: string | null
}

/** First match wins: browsers name those they descend from, and phones name desktops. */
const BROWSERS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Edge', /\bEdg(?:A|iOS)?\/(\d{1,4})/],
  ['Opera', /\b(?:OPR|OPT)\/(\d{1,4})/],
  ['Samsung Internet', /\bSamsungBrowser\/(\d{1,4})/],
  ['Firefox', /\b(?:Firefox|FxiOS)\/(\d{1,4})/],
  ['Chrome', /\b(?:Chrome|CriOS|HeadlessChrome)\/(\d{1,4})/],
  ['Safari', /\bVersion\/(\d{1,4}).*\bSafari\//],
]

const TYPES: readonly (readonly [name: string, mobile: boolean, pattern: RegExp])[] = [
  ['iPhone', true, /\biPhone\b/],
  ['iPad', true, /\biPad\b/],
  ['Android', true, /\bAndroid\b/],
  ['Windows', false, /\bWindows\b/],
  ['Mac', false, /\bMac(?:intosh| OS X)\b/],
  ['ChromeOS', false, /\bCrOS\b/],
  ['Linux', false, /\bLinux\b/],
]

/** What kind of device and browser sent this User-Agent header, `null` where it does not say. */
export function deviceOf(userAgent: string | null): Device {
  const text = (userAgent ?? '').slice(0, 512)
  const type = TYPES.find(([, , pattern]) => pattern.test(text))
  for (const [browser, pattern] of BROWSERS) {
    const version = pattern.exec(text)?.[1]
    if (version !== undefined) return { type: type?.[0] ?? null, mobile: type?.[1] ?? false, browser, browserVersion: version }
  }
  return { type: type?.[0] ?? null, mobile: type?.[1] ?? false, browser: null, browserVersion: null }
}

/** A device in words for a person: `Firefox on Windows`, or as much of it as is known. */
export function deviceName(userAgent: string | null): string {
  const { browser, type } = deviceOf(userAgent)
  if (browser !== null && type !== null) return `${browser} on ${type}`
  return browser ?? type ?? 'an unknown device'
}
