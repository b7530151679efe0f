import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** No browser has this origin, so nothing but a path is of the app while a server draws. */
const NOWHERE = 'http://latchkey.invalid'

/**
 * The page's query and origin; while the first HTML is drawn and taken over, what the server knew of them.
 * @param known the query as the server knows it
 */
export function useAddress(known: string): { readonly search: string; readonly origin: string; readonly awake: boolean } {
  const search = useSyncExternalStore(
    never,
    () => location.search,
    () => known,
  )
  const origin = useSyncExternalStore(
    never,
    () => location.origin,
    () => NOWHERE,
  )
  return { search, origin, awake: origin !== NOWHERE }
}
