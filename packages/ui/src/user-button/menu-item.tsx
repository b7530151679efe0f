'use client'
import type { MouseEvent, ReactNode } from 'react'
import { useLook } from '../appearance/look.tsx'

/** An entry of the menu. */
export interface MenuItemProps {
  readonly label: ReactNode
  readonly icon?: ReactNode
  /** A page to go to, in place of something to do. */
  readonly href?: string
  /** The menu closes afterwards, unless the event's default is prevented. */
  readonly onClick?: (event: MouseEvent) => void
  /** Tells it from the others, in class names. */
  readonly id?: string
  readonly children?: ReactNode
}

/** An entry of the menu: something to do, or a page to go to. The arrow keys lead to it, so that Tab leads out of the menu. */
export function MenuItem({ label, icon, href, onClick, id, children }: MenuItemProps) {
  const { el } = useLook()
  const inside = (
    <>
      {icon}
      <span {...el('menuItemText')}>{label}</span>
      {children}
    </>
  )
  const common = { ...el('menuItem', id), role: 'menuitem', tabIndex: -1, onClick }
  return href === undefined ? (
    <button type="button" {...common}>
      {inside}
    </button>
  ) : (
    <a href={href} {...common}>
      {inside}
    </a>
  )
}
