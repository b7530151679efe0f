/**
 * A note of this tab that outlives a page, `null` where there is none or the browser keeps none.
 * @param key its name
 */
export function recall(key: string): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

/** Writes a note of this tab; where the browser keeps none, nothing happens. */
export function remember(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value)
  } catch {
    // Private modes and blocked storage: the note only spares a detour.
  }
}
