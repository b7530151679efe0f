'use client'
import type { UserResource } from '@latchkey/js'
import { ModalContext, useLatchkey, useSnapshot, useUrls } from '@latchkey/react'
import { type MouseEvent, type ReactNode, useContext, useState } from 'react'
import { useLook } from '../appearance/look.tsx'
import { Alert } from '../parts/alert.tsx'
import { Spinner } from '../parts/buttons.tsx'
import { Gear, Leave, Plus } from '../parts/icons.tsx'
import { useAction } from '../parts/use-action.ts'
import { useWords } from '../words/words.ts'
import { Avatar, nameOf } from './avatar.tsx'
import { MenuItem } from './menu-item.tsx'
import type { UserButtonProps } from './user-button.tsx'
import type { Menu } from './use-menu.ts'

/** Who somebody is: picture, name, address. */
function UserPreview({ user }: { readonly user: UserResource }) {
  const { el } = useLook()
  const address = user.primaryEmailAddress?.emailAddress
  const name = nameOf(user)
  return (
    <div {...el('userPreview')}>
      <Avatar user={user} of="userPreviewAvatarBox" />
      <span {...el('userPreviewTextContainer')}>
        <span {...el('userPreviewMainIdentifier')} title={name}>
          {name}
        </span>
        {address !== undefined && address !== name && (
          <span {...el('userPreviewSecondaryIdentifier')} title={address}>
            {address}
          </span>
        )}
      </span>
    </div>
  )
}

/** What is in the menu behind the button: who is signed in, the account, the application's own entries, other accounts, the way out. */
export function UserMenu({
  user,
  menu,
  items = [],
  children,
  ...props
}: UserButtonProps & { readonly user: UserResource; readonly menu: Menu }) {
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
  const action = useAction()
  const [doing, setDoing] = useState('')
  /** An entry that takes a while: the menu stays until it is done, and tells when it failed. */
  const takes = (id: string, label: string, icon: ReactNode, work: () => Promise<void>, key = id) => (
    <MenuItem
      key={key}
      id={id}
      label={label}
      icon={action.busy && doing === key ? <Spinner /> : icon}
      onClick={(event) => {
        event.preventDefault()
        void action.run(async () => {
          setDoing(key)
          await work()
          menu.close()
        })
      }}
    />
  )
  const chosen = (event: MouseEvent) => {
    if ((event.target as Element).closest('[role=menuitem]') && !event.defaultPrevented) menu.close()
  }
  return (
    <>
      <UserPreview user={user} />
      {action.sentence !== null && (
        <div {...el('userButtonPopoverActions', 'failed')}>
          <Alert>{action.sentence}</Alert>
        </div>
      )}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- its entries do */}
      <div {...el('userButtonPopoverActions')} role="menu" aria-label={words.menu} onKeyDown={menu.onKeyDown} onClick={chosen}>
        <MenuItem
          id="manageAccount"
          icon={<Gear />}
          label={words.manage}
          {...(modal ? { onClick: () => openModal('user-profile', {}) } : { href: profileUrl })}
        />
        {items.map((item) => (
          <MenuItem key={String(item.id ?? item.label)} {...item} />
        ))}
        {children}
        {others.map(({ id, user: other }) =>
          takes(
            'session',
            words.switchTo(nameOf(other)),
            <Avatar user={other} />,
            () => latchkey.setActive({ session: id, redirectUrl: props.afterSwitchSessionUrl }),
            id,
          ),
        )}
        {environment?.singleSession === false && (
          <MenuItem id="addAccount" icon={<Plus />} label={words.add} href={props.signInUrl ?? urls.signInUrl} />
        )}
        {takes('signOut', words.signOut, <Leave />, () =>
          latchkey.signOut({ redirectUrl, sessionId: others.length > 0 ? session?.id : undefined }),
        )}
        {others.length > 0 && takes('signOutAll', words.signOutAll, <Leave />, () => latchkey.signOut({ redirectUrl }))}
      </div>
    </>
  )
}
