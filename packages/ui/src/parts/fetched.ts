import { useEffect, useState } from 'react'

/** Something that is fetched when it may soon be needed, so that a page to sign in on is as small as what it shows first. */
export interface Fetched<T> {
  /** Fetches it ahead. */
  ahead(): void
  /** What was fetched, and a way to ask once more where it could not be; both `null` while it is on its way. */
  use(): { readonly found: T | null; readonly retry: (() => void) | null }
}

/** What a module holds, fetched once; a failure is asked about again. */
export function fetched<T>(load: () => Promise<T>): Fetched<T> {
  let known: T | null = null
  const fetch = async () => (known ??= await load())
  return {
    ahead: () => void fetch().catch(() => {}),
    use() {
      const [found, setFound] = useState(() => known)
      const [failed, setFailed] = useState(false)
      useEffect(() => {
        if (found === null && !failed)
          fetch().then(
            (one) => setFound(() => one),
            () => setFailed(true),
          )
      }, [found, failed])
      return { found, retry: failed ? () => setFailed(false) : null }
    },
  }
}
