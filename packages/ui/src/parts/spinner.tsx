'use client'
import { useLook } from '../appearance/look.tsx'

/** Something is under way. What, says whoever shows it. */
export function Spinner() {
  return <span {...useLook().el('spinner')} aria-hidden="true" />
}
