import { cookieSuffix, publishableKeyOf } from '../../domain/frontend-api.ts'
import type { Instance } from '../../domain/instance.ts'
import { sha1Base64 } from '../../platform/hash.ts'

const known = new WeakMap<Instance, string>()

/** What tells the cookies of one instance from another's: many instances share `localhost`. Worked out once per instance. */
export function instanceSuffix(instance: Instance, publicUrl: string): string {
  const found = known.get(instance)
  if (found !== undefined) return found
  const suffix = cookieSuffix(sha1Base64(publishableKeyOf(instance, publicUrl)))
  known.set(instance, suffix)
  return suffix
}
