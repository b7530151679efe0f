'use client'
import type { Phase } from '@latchkey/js'
import { useSnapshot } from './use-snapshot.ts'

/**
 * How far the page knows who is signed in. Hooks say `isLoaded: false` in every phase but `ready`; this one tells waiting
 * (`unknown`, `loading`) from a server that did not answer (`unreachable`). Whoever was known stays known while the network is away.
 */
export const useLatchkeyPhase = (): Phase => useSnapshot().phase
