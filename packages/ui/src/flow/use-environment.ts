import { DEFAULT_ENVIRONMENT, type Environment } from '@latchkey/js'
import { useLatchkey, useSnapshot } from '@latchkey/react'
import { useEffect } from 'react'

/**
 * The settings to draw from: those that came with the page, those the store knows, or the usual ones until it does. They are asked
 * for when nobody knows them, and once more when the server is back.
 */
export function useEnvironment(given: Environment | null | undefined): Environment {
  const latchkey = useLatchkey()
  const { phase, environment } = useSnapshot()
  const known = given ?? environment
  useEffect(() => {
    // Whoever is told that the server is away is told by the phase; until it is back the usual settings do.
    if (known === null && phase !== 'unreachable') latchkey.environment().catch(() => {})
  }, [latchkey, known, phase])
  return known ?? DEFAULT_ENVIRONMENT
}
