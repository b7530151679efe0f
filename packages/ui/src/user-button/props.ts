import type { ReactNode } from 'react'
import type { Look } from '../appearance/types.ts'
import type { MenuItemProps } from './menu-item.tsx'

/** What the button takes. */
export interface UserButtonProps {
  readonly appearance?: Look
  /** Shows the name beside the picture. */
  readonly showName?: boolean
  /** Where to go after signing out; the provider's answer otherwise. */
  readonly afterSignOutUrl?: string
  /** Where to go after another account was chosen; the same page otherwise. */
  readonly afterSwitchSessionUrl?: string
  /** The page of the account. Giving it means to go there rather than to open it over the page. */
  readonly userProfileUrl?: string
  readonly userProfileMode?: 'modal' | 'navigation'
  readonly signInUrl?: string
  /** Entries of the application's own. */
  readonly items?: readonly MenuItemProps[]
  /** The same as elements: `<UserButton.Action label="…" onClick={…} />`. */
  readonly children?: ReactNode
}
