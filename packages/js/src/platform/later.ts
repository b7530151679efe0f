/** Does something after a pause; the result calls it off. */
export function later(act: () => void, ms: number): () => void {
  const timer = setTimeout(act, ms)
  return () => clearTimeout(timer)
}

/** Does anybody see the page? A hidden one can wait until it is looked at again. */
export const isSeen = (): boolean => typeof document !== 'undefined' && document.visibilityState === 'visible'
