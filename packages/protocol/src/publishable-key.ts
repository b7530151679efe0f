/** What an instance is for; written into its keys. */
export type InstanceType = 'development' | 'production'

const PREFIXES = { development: 'pk_test_', production: 'pk_live_' } as const satisfies Record<InstanceType, string>
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?::[1-9][0-9]{0,4})?$/
const SLUG_HOST = /^clerk\.([a-z0-9-]+)\.localhost(:[0-9]+)?$/

/** A publishable key taken apart. */
export interface PublishableKey {
  readonly instanceType: InstanceType
  /** The host of the Frontend API, with a port where it has one. */
  readonly frontendApi: string
}

/**
 * The publishable key of an instance. It is computed and never stored; Clerk's SDKs accept it.
 * @throws TypeError when the host is not a lower-case host name with a dot in it
 */
export function encodePublishableKey(instanceType: InstanceType, frontendApi: string): string {
  if (!HOST.test(frontendApi)) throw new TypeError(`Not a host a publishable key can name: ${frontendApi}`)
  return PREFIXES[instanceType] + btoa(`${frontendApi}$`).replace(/=+$/, '')
}

/** Takes a publishable key apart, or answers null: it must be spelled as `encodePublishableKey` spells it, padding aside. */
export function parsePublishableKey(key: string): PublishableKey | null {
  const [, prefix, body = ''] = /^(pk_test_|pk_live_)([A-Za-z0-9+/]{1,512}={0,2})$/.exec(key) ?? []
  if (prefix === undefined) return null
  const frontendApi = decodeHost(body)
  if (frontendApi === null) return null
  return { instanceType: prefix === PREFIXES.production ? 'production' : 'development', frontendApi }
}

/** Where the Frontend API of a host is reached. Names below `.localhost` resolve only in browsers, so they become a path of the server. */
export function frontendApiUrl(frontendApi: string): string {
  const [, slug, port = ''] = SLUG_HOST.exec(frontendApi) ?? []
  return slug === undefined ? `https://${frontendApi}` : `http://localhost${port}/i/${slug}`
}

function decodeHost(body: string): string | null {
  try {
    const decoded = atob(body)
    const spelledOnce = btoa(decoded).replace(/=+$/, '') === body.replace(/=+$/, '')
    const host = decoded.slice(0, -1)
    return spelledOnce && decoded.endsWith('$') && HOST.test(host) ? host : null
  } catch {
    return null
  }
}
