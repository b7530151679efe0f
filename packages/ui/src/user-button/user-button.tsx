'use client'
import type { UserResource } from '@latchkey/js'
import { useLatchkey, useSnapshot } from '@latchkey/react'
import type { ReactNode } from 'react'
import { Look, useLook } from '../appearance/look.tsx'
import { Root } from '../appearance/root.tsx'
import type { Look as LookOf } from '../appearance/types.ts'
import { fetched } from '../parts/fetched.ts'
import { Waiting } from '../parts/waiting.tsx'
import { useWords } from '../words/words.ts'
import { Avatar, nameOf } from './avatar.tsx'
import { MenuItem, type MenuItemProps } from './menu-item.tsx'
import { useMenu } from './use-menu.ts'

/** What the button takes. */
export interface UserButtonProps {
  readonly appearance?: LookOf
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

/** What is in the menu is fetched when somebody is signed in, before it is opened: a page to sign in on has no use for it. */
const content = fetched(async () => (await import('./user-menu.tsx')).UserMenu)

/** Picture, and name if wanted, of whoever is signed in; behind it the account, other accounts and the way out. */
export function UserButton(props: UserButtonProps) {
  const { phase, user } = useSnapshot()
  if (phase === 'ready' && user === null) return null
  return (
    <Look of="userButton" appearance={props.appearance}>
      <Root data-inline="">
        {user !== null ? (
          <Trigger {...props} user={user} />
        ) : phase === 'unreachable' ? (
          <TryAgain {...props} />
        ) : (
          <Placeholder {...props} />
        )}
      </Root>
    </Look>
  )
}

/** A custom entry of the menu: something to do. */
UserButton.Action = MenuItem
/** A custom entry of the menu: a page to go to. */
UserButton.Link = MenuItem

/** As large as the button, so that nothing moves when it comes. */
function Placeholder({ showName = false }: UserButtonProps) {
  const { el } = useLook()
  return (
    <span {...el('userButtonTrigger', 'loading')} data-name={showName || undefined} aria-hidden="true">
      {showName && <span {...el('userButtonOuterIdentifier')} />}
      <Avatar user={null} of="userButtonAvatarBox" />
    </span>
  )
}

/** In the place of somebody who could not be asked for: it asks again. */
function TryAgain({ showName = false }: UserButtonProps) {
  const { el } = useLook()
  const words = useWords().userButton
  const { reload } = useLatchkey()
  return (
    <button
      {...el('userButtonTrigger', 'unreachable')}
      type="button"
      data-name={showName || undefined}
      aria-label={words.unreachable}
      title={words.unreachable}
      onClick={() => void reload()}
    >
      {showName && <span {...el('userButtonOuterIdentifier')}>{words.unreachableShort}</span>}
      <Avatar user={null} of="userButtonAvatarBox" />
    </button>
  )
}

function Trigger({ user, showName = false, ...props }: UserButtonProps & { readonly user: UserResource }) {
  const { el } = useLook()
  const words = useWords()
  const { found: UserMenu, retry } = content.use()
  const menu = useMenu(UserMenu !== null)
  const name = nameOf(user)
  return (
    <>
      <button
        {...el('userButtonTrigger', menu.open ? 'open' : undefined)}
        ref={menu.trigger}
        type="button"
        data-name={showName || undefined}
        aria-label={showName ? `${name}. ${words.userButton.open}` : words.userButton.open}
        aria-haspopup="menu"
        aria-expanded={menu.open}
        popoverTarget={menu.id}
      >
        {showName && <span {...el('userButtonOuterIdentifier')}>{name}</span>}
        <Avatar user={user} of="userButtonAvatarBox" />
      </button>
      <div {...el('userButtonPopoverCard')} id={menu.id} ref={menu.popover} popover="auto">
        {UserMenu === null ? <Waiting retry={retry} /> : <UserMenu {...props} user={user} menu={menu} />}
      </div>
    </>
  )
}
