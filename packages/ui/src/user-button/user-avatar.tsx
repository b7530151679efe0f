'use client'
import { useUser } from '@latchkey/react'
import { Look } from '../appearance/look.tsx'
import { Root } from '../appearance/root.tsx'
import type { Look as LookOf } from '../appearance/types.ts'
import { Avatar } from './avatar.tsx'

/** The picture of whoever is signed in. */
export function UserAvatar({ appearance }: { readonly appearance?: LookOf }) {
  const { user } = useUser()
  return (
    <Look of="userButton" appearance={appearance}>
      <Root data-inline="">
        <Avatar user={user ?? null} of="userAvatarBox" />
      </Root>
    </Look>
  )
}
