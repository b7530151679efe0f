import type { FrontendCall } from '../../actions/call.ts'
import { instanceSuffix } from '../../actions/instance/instance-suffix.ts'

/** The cookie by which a page of an instance knows the browser it was shown to. On https no other host can set it. */
export function pageCookieName({ base, instance }: Pick<FrontendCall, 'base' | 'instance'>, publicUrl: string): string {
  const name = `latchkey_page_${instanceSuffix(instance, publicUrl)}`
  return base.startsWith('https:') ? `__Host-${name}` : name
}
