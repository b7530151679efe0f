'use client'
import type { UserResource } from '@latchkey/js'
import { ModalContext, useLatchkey, useSnapshot, useUrls } from '@latchkey/react'
import { type MouseEvent, useContext } from 'react'
import { useLook } from '../appearance/look.tsx'
import { Gear, Leave, Plus } from '../parts/icons.tsx'
import { useWords } from '../words/words.ts'
import { Avatar } from './avatar.tsx'
import { nameOf } from './initials.ts'
import { MenuItem } from './menu-item.tsx'
import type { UserButtonProps } from './props.ts'
import type { Menu } from './use-menu.ts'
import { UserPreview } from './user-preview.tsx'

/** The menu behind the button: who is signed in, the account, the application's own entries, other accounts, the way out. */
export function UserMenu({ user, menu, items = [], children, ...props }: UserButtonProps & { readonly user: UserResource; readonly menu: Menu }) {
  const { el } = useLook()
  const words = useWords().userButton
  const latchkey = useLatchkey()
  const urls = useUrls()
  const openModal = useContext(ModalContext)
  const { sessions, session, environment } = useSnapshot()
  const others = sessions.filter(({ id }) => id !== session?.id)
  const redirectUrl = props.afterSignOutUrl ?? urls.afterSignOutUrl
  const modal = openModal !== null && props.userProfileUrl === undefined && props.userProfileMode !== 'navigation'
  const profileUrl = props.userProfileUrl ?? urls.userProfileUrl
  const leave = (sessionId?: string) => void latchkey.signOut({ redirectUrl, ...(sessionId !== undefined && { sessionId }) })
  const switchTo = (id: string) => void latchkey.setActive({ session: id, ...(props.afterSwitchSessionUrl !== undefined && { redirectUrl: props.afterSwitchSessionUrl }) })
  const chosen = (event: MouseEvent) => {
    if ((event.target as Element).closest('[role=menuitem]')) menu.close()
  }
  return (
    <div {...el('userButtonPopoverCard')} id={menu.id} ref={menu.popover} popover="auto">
      <UserPreview user={user} />
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- its entries take clicks and the focus */}
      <div {...el('userButtonPopoverActions')} role="menu" aria-label={words.menu} onKeyDown={menu.onKeyDown} onClick={chosen}>
        {modal ? (
          <MenuItem id="manageAccount" icon={<Gear />} label={words.manage} onClick={() => openModal('user-profile', {})} />
        ) : (
          <MenuItem id="manageAccount" icon={<Gear />} label={words.manage} href={profileUrl} />
        )}
        {items.map((item) => (
          <MenuItem key={String(item.id ?? item.label)} {...item} />
        ))}
        {children}
        {others.map(({ id, user: other }) => (
          <MenuItem key={id} id="session" icon={<Avatar user={other} />} label={words.switchTo(nameOf(other))} onClick={() => switchTo(id)} />
        ))}
        {environment?.singleSession === false && <MenuItem id="addAccount" icon={<Plus />} label={words.add} href={props.signInUrl ?? urls.signInUrl} />}
        <MenuItem id="signOut" icon={<Leave />} label={words.signOut} onClick={() => leave(others.length > 0 ? session?.id : undefined)} />
        {others.length > 0 && <MenuItem id="signOutAll" icon={<Leave />} label={words.signOutAll} onClick={() => leave()} />}
      </div>
    </div>
  )
}
