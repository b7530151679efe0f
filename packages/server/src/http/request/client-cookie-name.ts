import { instanceSuffix } from '../../actions/instance/instance-suffix.ts'
import type { Instance } from '../../domain/instance.ts'

/**
 * The cookie that holds an instance's client token. Over https its name has the prefix with which a browser takes it from this host alone:
 * no sibling host can plant one.
 * @see RFC 6265bis, section 4.1.3.2
 */
export function clientCookieName(instance: Instance, publicUrl: string, secure: boolean): string {
  return `${secure ? '__Host-' : '__'}client_${instanceSuffix(instance, publicUrl)}`
}
