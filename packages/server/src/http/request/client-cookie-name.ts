import { instanceSuffix } from '../../actions/instance/instance-suffix.ts'
import { isFramed, isSecure, type Reached } from './is-framed.ts'

/**
 * The cookie that holds an instance's client token. Over https its name has the prefix with which a browser takes it from this host alone:
 * no sibling host can plant one. One that is kept for each site apart has a name of its own, since a browser sends both kinds together.
 * @see RFC 6265bis, section 4.1.3.2
 */
export function clientCookieName(of: Reached, publicUrl: string): string {
  return `${isSecure(of) ? '__Host-' : '__'}${isFramed(of) ? 'framed_' : ''}client_${instanceSuffix(of.instance, publicUrl)}`
}
