import type { Settings } from '../settings/read-settings.ts'

const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i

/**
 * Where the app is reached: as it was told, otherwise by the request's `Host`, since Next.js 15 says `localhost` whatever the host
 * is. `null` when the request names none.
 * @param protocol of the URL as Next.js has it, `http:` or `https:`
 */
export function ownOrigin(
  headers: Pick<Headers, 'get'>,
  protocol: string,
  { appOrigin, trustedHops }: Pick<Settings, 'appOrigin' | 'trustedHops'>,
): string | null {
  if (appOrigin !== null) return appOrigin
  const forwarded = trustedHops > 0 ? last(headers.get('x-forwarded-host')) : null
  const host = forwarded ?? headers.get('host')
  if (host === null || !HOST.test(host)) return null
  const scheme = last(headers.get('x-forwarded-proto')) ?? protocol.replace(/:$/, '')
  return URL.parse(`${scheme === 'https' ? 'https' : 'http'}://${host}`)?.origin ?? null
}

function last(list: string | null): string | null {
  return list === null ? null : (list.split(',').at(-1)?.trim().toLowerCase() ?? null)
}
