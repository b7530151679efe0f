'use client'
import { ContinueCard } from './continue-card.tsx'
import { MethodsCard } from './methods-card.tsx'

/** The cards that are fetched when one before them is shown, by the step they are for. */
export const LATER_CARDS = { methods: MethodsCard, continue: ContinueCard } as const
