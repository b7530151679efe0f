import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { moveFocus } from './move-focus.ts'
import { placeMenu } from './place.ts'

/** A menu that a button opens. */
export interface Menu {
  readonly id: string
  readonly trigger: RefObject<HTMLButtonElement | null>
  readonly popover: RefObject<HTMLDivElement | null>
  readonly open: boolean
  onKeyDown(event: KeyboardEvent): void
  close(): void
}

/** Places a native popover, leads the arrow keys through it, and gives the focus back when it closes. */
export function useMenu(): Menu {
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
    entries(menu)[0]?.focus({ preventScroll: true })
    addEventListener('resize', place)
    addEventListener('scroll', place, true)
    return () => {
      removeEventListener('resize', place)
      removeEventListener('scroll', place, true)
    }
  }, [open])

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
