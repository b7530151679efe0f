import type { Environment } from '@latchkey/js'
import type { Look } from '../appearance/types.ts'
import type { Mode, Values } from './types.ts'

/** What both forms take. */
export interface FormProps {
  /** Where the step stands in the URL: behind the `#` (the default), in the path, or nowhere. */
  readonly routing?: 'hash' | 'path' | 'virtual'
  /** The path of the page, for `routing="path"`; giving it is enough to choose that. */
  readonly path?: string
  /** Where to go afterwards, unless the page's own `redirect_url` says otherwise. */
  readonly redirectUrl?: string
  /** Where to go afterwards when nothing else says. */
  readonly fallbackRedirectUrl?: string
  /** Where to go afterwards, whatever else says. */
  readonly forceRedirectUrl?: string
  /** Other names for `fallbackRedirectUrl` of the form they name, as older code has them. */
  readonly afterSignInUrl?: string
  readonly afterSignUpUrl?: string
  readonly signInUrl?: string
  readonly signUpUrl?: string
  readonly appearance?: Look
  /** What the fields begin with. */
  readonly initialValues?: {
    readonly emailAddress?: string
    readonly username?: string
    readonly firstName?: string
    readonly lastName?: string
  }
  /** Kept with the user who signs up; anybody could have written it. */
  readonly unsafeMetadata?: Readonly<Record<string, unknown>>
  /** Settings that came with the page, so that its first HTML is complete. */
  readonly environment?: Environment | null
  /** The page's query as its server knows it (`?redirect_url=…`), so that the first HTML knows where to go on to. */
  readonly search?: string
  /** Shows the other form in place of this one, where there is no page to go to, as in a dialog. */
  readonly onSwitch?: (to: Mode, values: Partial<Values>) => void
}
