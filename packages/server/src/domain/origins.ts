import type { Instance } from './instance.ts'

const loopback = /^(localhost|[a-z0-9-]+(\.[a-z0-9-]+)*\.localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** May a browser at this origin call the instance and be sent back to? Development takes any loopback origin. */
export function isAllowedOrigin(instance: Pick<Instance, 'type' | 'allowedOrigins' | 'settings'>, origin: string): boolean {
  const url = URL.parse(origin)
  if (url === null || url.origin !== origin || !/^https?:$/.test(url.protocol)) return false
  if (instance.type === 'development' && loopback.test(url.hostname)) return true
  if (instance.allowedOrigins.includes(origin)) return true
  const home = instance.settings.urls.home
  return home !== null && URL.parse(home)?.origin === origin
}

/**
 * The URL as it may be redirected to, or `null`: absolute http(s), no user information, no character that one parser
 * reads otherwise than another, no path that would name a host where a proxy cuts its own origin off, on an allowed origin
 * or on one of the server's own.
 * @param own origins of the server itself, for its hosted pages
 */
export function allowedRedirectUrl(
  instance: Pick<Instance, 'type' | 'allowedOrigins' | 'settings'>,
  text: string,
  own: readonly string[],
): string | null {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (text.length > 2048 || /[\u0000-\u0020\u007f\\]/.test(text) || !/^https?:\/\/[^/]/i.test(text)) return null
  const url = URL.parse(text)
  if (url === null || url.username !== '' || url.password !== '' || url.pathname.startsWith('//')) return null
  return own.includes(url.origin) || isAllowedOrigin(instance, url.origin) ? url.href : null
}
