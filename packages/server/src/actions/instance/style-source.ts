import { sha256 } from '../../platform/hash.ts'

/** By which a content security policy allows one inline style sheet. @see CSP3, section 2.3.1 */
export function styleSource(text: string): string {
  return `sha256-${sha256(text).replaceAll('-', '+').replaceAll('_', '/')}=`
}
