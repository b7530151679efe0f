import { instanceSuffix } from '../../actions/instance/instance-suffix.ts'
import type { Instance } from '../../domain/instance.ts'

/** The cookie that holds an instance's client token. */
export function clientCookieName(instance: Instance, publicUrl: string): string {
  return `__client_${instanceSuffix(instance, publicUrl)}`
}
