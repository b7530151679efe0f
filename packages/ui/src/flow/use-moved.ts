import { useState } from 'react'
import type { Card } from './types.ts'

const ORDER: Partial<Record<Card, number>> = { start: 0, ticket: 0, verify: 1, expired: 2, exhausted: 2, locked: 2, methods: 2 }

/** Which way one gets from a card to another. What the page found out by itself, before anybody did anything, is no move. */
export function moveOf(from: Card, to: Card): 'forward' | 'back' | null {
  if (from === 'loading' || to === 'loading' || to === 'signed-in' || to === 'landing') return null
  return (ORDER[to] ?? 3) < (ORDER[from] ?? 3) ? 'back' : 'forward'
}

/** The move that brought the card on show. */
export function useMoved(card: Card): 'forward' | 'back' | null {
  const [last, setLast] = useState<{ readonly card: Card; readonly move: 'forward' | 'back' | null }>({ card, move: null })
  if (last.card === card) return last.move
  const move = moveOf(last.card, card)
  setLast({ card, move })
  return move
}
