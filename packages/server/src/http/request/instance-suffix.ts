import { cookieSuffix, publishableKeyOf } from '../../domain/frontend-api.ts'
import type { Instance } from '../../domain/instance.ts'
import { sha1Base64 } from '../../platform/hash.ts'

const known = new WeakMap<Instance, string>()

/** What tells the cookies of one instance from another's: many instances share `localhost`. */
export function instanceSuffix(instance: Instance, publicUrl: string): string {
  const found = known.get(instance)
  if (found !== undefined) return found
  const suffix = cookieSuffix(sha1Base64(publishableKeyOf(instance, publicUrl)))
  known.set(instance, suffix)
  return suffix
}

/** The cookie that holds an instance's client token. */
export function clientCookieName(instance: Instance, publicUrl: string): string {
  return `__client_${instanceSuffix(instance, publicUrl)}`
}
