import { instanceSuffix } from '../../actions/instance/instance-suffix.ts'
import { isFramed, isSecure, type Reached } from './is-framed.ts'

/** The cookie by which a page of an instance knows the browser it was shown to. On https no other host can set it. */
export function pageCookieName(of: Reached, publicUrl: string): string {
  const name = `${isFramed(of) ? 'framed_' : ''}latchkey_page_${instanceSuffix(of.instance, publicUrl)}`
  return isSecure(of) ? `__Host-${name}` : name
}
