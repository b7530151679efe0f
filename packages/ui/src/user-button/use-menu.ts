import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react'

/** A menu that a button opens. */
export interface Menu {
  readonly id: string
  readonly trigger: RefObject<HTMLButtonElement | null>
  readonly popover: RefObject<HTMLDivElement | null>
  readonly open: boolean
  onKeyDown(event: KeyboardEvent): void
  close(): void
}

/**
 * Places a native popover, leads the arrow keys through it, and gives the focus back when it closes.
 * @param filled its entries are there
 */
export function useMenu(filled: boolean): Menu {
  const id = useId()
  const trigger = useRef<HTMLButtonElement>(null)
  const popover = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)

  useEffect(() => {
    const menu = popover.current
    if (menu === null) return
    const toggled = (event: Event) => setOpen((event as ToggleEvent).newState === 'open')
    menu.addEventListener('toggle', toggled)
    return () => menu.removeEventListener('toggle', toggled)
  }, [])

  useEffect(() => {
    const [menu, button] = [popover.current, trigger.current]
    if (!open || menu === null || button === null) return
    const place = () => {
      const { left, top } = placeMenu({
        trigger: button.getBoundingClientRect(),
        menu: { width: menu.offsetWidth, height: menu.offsetHeight },
        window: { width: document.documentElement.clientWidth, height: innerHeight },
        rtl: getComputedStyle(button).direction === 'rtl',
      })
      menu.style.left = `${left}px`
      menu.style.top = `${top}px`
    }
    place()
    if (filled) entries(menu)[0]?.focus({ preventScroll: true })
    addEventListener('resize', place)
    addEventListener('scroll', place, true)
    return () => {
      removeEventListener('resize', place)
      removeEventListener('scroll', place, true)
    }
  }, [open, filled])

  const close = () => popover.current?.hidePopover()
  return {
    id,
    trigger,
    popover,
    open,
    close,
    onKeyDown(event) {
      const all = entries(popover.current)
      if (event.key === 'Tab') {
        close()
        trigger.current?.focus()
        return
      }
      const to = moveFocus(event.key, all.indexOf(document.activeElement as HTMLElement), all.length)
      if (to === null) return
      event.preventDefault()
      all[to]?.focus()
    },
  }
}

const entries = (menu: HTMLElement | null) => [...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]

/** The entry that a key leads to, as a position among `count`; `null` for keys that lead nowhere. @param at -1 for none */
export function moveFocus(key: string, at: number, count: number): number | null {
  if (count === 0) return null
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count
    case 'ArrowUp':
      return (at <= 0 ? count : at) - 1
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

/** The edges of a box in the window, in pixels. */
interface Box {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

const GAP = 8

/**
 * Where a menu goes in the window: below what opened it, flush with the edge that leaves it inside, above where below is no room.
 * @param rtl the page is written from right to left
 */
export function placeMenu(of: {
  readonly trigger: Box
  readonly menu: { readonly width: number; readonly height: number }
  readonly window: { readonly width: number; readonly height: number }
  readonly rtl: boolean
}) {
  const { trigger, menu, window, rtl } = of
  const toLeft = trigger.right - menu.width
  const wanted = (trigger.left + trigger.right) / 2 > window.width / 2 || (rtl && toLeft >= GAP) ? toLeft : trigger.left
  const left = Math.min(Math.max(wanted, GAP), Math.max(window.width - menu.width - GAP, GAP))
  const below = trigger.bottom + GAP
  const above = trigger.top - GAP - menu.height
  return { left, top: below + menu.height > window.height - GAP && above >= GAP ? above : below }
}
