'use client'
import type { UserResource } from '@latchkey/js'
import { useLook } from '../appearance/look.tsx'
import { Avatar } from './avatar.tsx'
import { nameOf } from './initials.ts'

/** Who somebody is: picture, name, address. */
export function UserPreview({ user }: { readonly user: UserResource }) {
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
