import type { Language } from '@latchkey/words'
import type { InstanceCache } from '../actions/instance/find-instance.ts'
import type { Ports } from '../actions/ports.ts'
import type { HostedAssets } from './assets/hosted-assets.ts'
import type { TrustedProxies } from './request/client-address.ts'
import type { Patience } from './request/patience.ts'
import type { VisitorWatch } from './request/visitor-watch.ts'

/** What the HTTP layer works with: the actions' ports and how this process was set up. */
export interface HttpContext {
  readonly ports: Ports
  readonly instances: InstanceCache
  /** Origin of the server itself, where its own pages are. */
  readonly publicOrigin: string
  /** `dev` shows the inbox to this machine. */
  readonly mode: 'dev' | 'start'
  readonly trustedProxies: TrustedProxies
  readonly visitors: VisitorWatch
  readonly patience: Patience
  /** A folder whose `node_modules` holds Clerk's browser scripts, `null` when there is none. */
  readonly clerkScripts: string | null
  /** Where scripts that are not stored here are fetched from, without a trailing slash. */
  readonly scriptMirror: string
  /** How `latchkey` is called from any folder of this machine. */
  readonly command: string
  /** What the hosted pages are made of where there is script, `null` for plain pages. */
  readonly assets: HostedAssets | null
  /** What pages say, and refusals that a person looks at. */
  readonly language: Language
}
