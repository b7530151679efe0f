import { encodePublishableKey } from '@latchkey/protocol'
import type { Instance } from './instance.ts'

/** The host that an instance's publishable key encodes: computed, never stored. @see decision 1 */
export function frontendApiHost(instance: Pick<Instance, 'type' | 'slug' | 'host'>, publicUrl: string): string {
  if (instance.type === 'production' && instance.host !== null) return instance.host
  const { port } = new URL(publicUrl)
  return `clerk.${instance.slug}.localhost${port === '' ? '' : `:${port}`}`
}

/** The publishable key of an instance. */
export function publishableKeyOf(instance: Pick<Instance, 'type' | 'slug' | 'host'>, publicUrl: string): string {
  return encodePublishableKey(instance.type, frontendApiHost(instance, publicUrl))
}

/** Where browsers reach the instance: its own origin in production, the prefix on the server's host else. The canonical `iss`. */
export function frontendApiBase(instance: Pick<Instance, 'type' | 'slug' | 'host'>, publicUrl: string): string {
  return instance.type === 'production' && instance.host !== null ? `https://${instance.host}` : `${publicUrl}/i/${instance.slug}`
}

/** What tells one instance's cookies from another's on a shared host. @param sha1Base64 of the publishable key */
export function cookieSuffix(sha1Base64: string): string {
  return sha1Base64.slice(0, 8).replaceAll('+', '-').replaceAll('/', '_')
}
