'use client'
import type { UserResource } from '@latchkey/js'
import type { CSSProperties } from 'react'
import { useLook } from '../appearance/look.tsx'
import { hueOf, initialsOf } from './initials.ts'

/** A user's picture; initials on a colour that is always hers where there is none, and an empty disc before anybody is known. */
export function Avatar({ user, of = 'avatarBox' }: { readonly user: UserResource | null; readonly of?: string }) {
  const { el } = useLook()
  const box = el(of)
  if (user === null) return <span {...box} className={`lk-avatar ${box.className}`} data-empty="" aria-hidden="true" />
  const style = { '--lk-hue': hueOf(user.id), ...box.style } as CSSProperties
  return (
    <span
      {...box}
      className={`lk-avatar ${box.className}`}
      style={style}
      data-initials={user.hasImage ? undefined : initialsOf(user)}
      aria-hidden="true"
    >
      {user.hasImage && <img {...el('avatarImage')} src={user.imageUrl} alt="" />}
    </span>
  )
}
