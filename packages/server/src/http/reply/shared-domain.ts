import type { Instance } from '../../domain/instance.ts'

/**
 * The domain that an instance's own host shares with its application: `example.com` for `clerk.example.com`. `null` when
 * the request came by a prefix or a proxy, where the host is the application's own, or when there is nothing to share.
 */
export function sharedDomain({ instance, base }: { readonly instance: Pick<Instance, 'host'>; readonly base: string }): string | null {
  if (instance.host === null || base !== `https://${instance.host}`) return null
  const parent = instance.host.replace(/:\d+$/, '').split('.').slice(1)
  return parent.length >= 2 ? parent.join('.') : null
}
