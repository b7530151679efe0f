import { type RefObject, useEffect, useRef } from 'react'

/** What a form was in: an entry of a list, or a part of the account. */
const PLACE = 'li, section'

/**
 * Keeps the focus within an element: when what had it is no longer there, it goes to the button that opened the form it was in
 * (`data-opens`), or to the heading of the part it was in, and never to the top of the page.
 */
export function useFocusKeeper(): RefObject<HTMLDivElement | null> {
  const kept = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const root = kept.current!
    let path: readonly Element[] = []
    const noted = ({ target }: FocusEvent) => {
      path = []
      for (let at = target as Element | null; at && at !== root; at = at.parentElement) path = [...path, at]
    }
    const left = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null && !root.contains(relatedTarget as Node)) path = []
    }
    const observer = new MutationObserver(() => {
      const { activeElement, body } = document
      if (path.length === 0 || path[0]!.isConnected || (activeElement !== null && activeElement !== body)) return
      heir(root, path)?.focus()
    })
    root.addEventListener('focusin', noted)
    root.addEventListener('focusout', left)
    observer.observe(root, { childList: true, subtree: true })
    return () => {
      observer.disconnect()
      root.removeEventListener('focusin', noted)
      root.removeEventListener('focusout', left)
    }
  }, [])
  return kept
}

/** Who has the focus next. @param path what had it, and what that was in, inside out */
function heir(root: HTMLElement, path: readonly Element[]): HTMLElement | null {
  const place = path.some((at) => at.matches('form')) ? path.find((at) => at.matches(PLACE)) : undefined
  const openers = place?.isConnected ? [...place.querySelectorAll<HTMLElement>('[data-opens]')] : []
  const part = path.find((at) => at.matches('section') && at.isConnected) ?? root
  return openers.find((opener) => opener.closest(PLACE) === place) ?? part.querySelector<HTMLElement>('[tabindex="-1"]')
}
