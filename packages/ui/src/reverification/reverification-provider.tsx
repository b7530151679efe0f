'use client'
import type { ReverificationLevel } from '@latchkey/js'
import { ReverificationCancelled, type Reverify, ReverifyContext } from '@latchkey/react'
import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react'
import { createPortal } from 'react-dom'

// Few are ever asked. Until it is there, what they pressed shows that it is at work.
const ReverificationDialog = lazy(async () => ({ default: (await import('./reverification-card.tsx')).ReverificationDialog }))

interface Question {
  readonly level: ReverificationLevel
  /** @param shown it was shown who is there */
  readonly settle: (shown: boolean) => void
}

/** Draws the question who is there over whatever needs it answered, another dialog included. */
export function ReverificationProvider({ children }: { readonly children?: ReactNode }) {
  const [question, setQuestion] = useState<Question | null>(null)
  const ask = useCallback<Reverify>(
    (level) =>
      new Promise((resolve, reject) => {
        const asked: Question = {
          level,
          settle(shown) {
            setQuestion((current) => (current === asked ? null : current))
            if (shown) resolve()
            else reject(new ReverificationCancelled())
          },
        }
        setQuestion(asked)
      }),
    [],
  )
  return (
    <ReverifyContext value={ask}>
      {children}
      {question &&
        createPortal(
          <Suspense>
            <ReverificationDialog level={question.level} settle={question.settle} />
          </Suspense>,
          document.body,
        )}
    </ReverifyContext>
  )
}
