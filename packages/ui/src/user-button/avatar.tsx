'use client'
import type { UserResource } from '@latchkey/js'
import { useUser } from '@latchkey/react'
import { Look, useLook } from '../appearance/look.tsx'
import { Root } from '../appearance/root.tsx'
import type { Look as LookOf } from '../appearance/types.ts'

/** A user's picture; initials on a colour that is always hers where there is none, and an empty disc before anybody is known. */
export function Avatar({ user, of = 'avatarBox' }: { readonly user: UserResource | null; readonly of?: string }) {
  const { el } = useLook()
  const box = el(of)
  if (user === null) return <span {...box} className={`lk-avatar ${box.className}`} data-empty="" aria-hidden="true" />
  return (
    <span
      {...box}
      className={`lk-avatar ${box.className}`}
      data-hue={hueOf(user.id)}
      data-initials={user.hasImage ? undefined : initialsOf(user)}
      aria-hidden="true"
    >
      {user.hasImage && <img {...el('avatarImage')} src={user.imageUrl} alt="" />}
    </span>
  )
}

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

/** What of a user an avatar is drawn from. */
export interface Pictured {
  readonly id: string
  readonly firstName: string | null
  readonly lastName: string | null
  readonly primaryEmailAddress: { readonly emailAddress: string } | null
}

const letter = (text: string | null | undefined) => /[\p{L}\p{N}]/u.exec(text ?? '')?.[0].toUpperCase() ?? ''

/** One or two letters that stand for a user: of the names, of the address where there are none. */
export function initialsOf({ firstName, lastName, primaryEmailAddress }: Pictured): string {
  return letter(firstName) + letter(lastName) || letter(primaryEmailAddress?.emailAddress) || '?'
}

/** One of the ten hues of the style sheet, which stays with a user, made from the id: a strict policy takes no style attribute. */
export function hueOf(id: string): number {
  let sum = 7
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) % 99991
  return sum % 10
}

/** What to call a user: the names, the address where there are none. */
export function nameOf(user: Pictured & { readonly fullName: string | null }): string {
  return user.fullName ?? user.primaryEmailAddress?.emailAddress ?? ''
}
