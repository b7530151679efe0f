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
