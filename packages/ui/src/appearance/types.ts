import type { Theme, ThemeVariables } from '@latchkey/themes'
import type { CSSProperties } from 'react'

/** What can be chosen besides colours. */
export interface LookOptions {
  /** A logo in place of the instance's own. */
  readonly logoImageUrl?: string
  /** Where the logo leads. */
  readonly logoLinkUrl?: string
  readonly logoPlacement?: 'inside' | 'outside' | 'none'
  readonly helpPageUrl?: string
  readonly termsPageUrl?: string
  readonly privacyPageUrl?: string
  /** Asks for names that are not required, too. On unless turned off. */
  readonly showOptionalFields?: boolean
  /** Where buttons of other ways in stand, and how they look; there are none yet. */
  readonly socialButtonsPlacement?: 'top' | 'bottom'
  readonly socialButtonsVariant?: 'auto' | 'blockButton' | 'iconButton'
  readonly animations?: boolean
  /** `flush` is a form without a card around it. */
  readonly elevation?: 'raised' | 'flush'
  /** Puts the cursor into the first field. On unless turned off. */
  readonly autoFocus?: boolean
}

/** Class names, or styles, for elements by their key; on the page they are `lk-<key>`. */
export type Elements = Readonly<Record<string, string | CSSProperties>>

/** How a component looks. */
export interface Look {
  readonly theme?: Theme | readonly Theme[]
  /** The same under its older name. */
  readonly baseTheme?: Theme | readonly Theme[]
  readonly variables?: ThemeVariables
  readonly elements?: Elements
  readonly options?: LookOptions
  /** The same under its older name. */
  readonly layout?: LookOptions
}

/** The components that can be given a look of their own. */
export type Styled = 'signIn' | 'signUp' | 'userButton' | 'userProfile' | 'signInButton' | 'signUpButton' | 'signOutButton'

/** How all components look, with what is different about single ones. */
export type Appearance = Look & { readonly [Component in Styled]?: Look }
