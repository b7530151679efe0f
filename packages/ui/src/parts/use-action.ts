import { useState } from 'react'
import { problemOf, sentenceOf } from '../flow/problem.ts'
import type { Problem } from '../flow/types.ts'
import { useWords } from '../words/words.ts'

/** Something that is being done, and what went wrong with it. */
export interface Action {
  readonly busy: boolean
  readonly problem: Problem | null
  /** The problem in words. */
  readonly sentence: string | null
  /** Does it, unless it is being done. */
  run(work: () => Promise<unknown>): Promise<void>
  fail(problem: Problem): void
}

/** One action of a section, or of a menu. */
export function useAction(): Action {
  const words = useWords()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  return {
    busy,
    problem,
    sentence: problem && sentenceOf(problem, words),
    fail: setProblem,
    async run(work) {
      if (busy) return
      setBusy(true)
      setProblem(null)
      try {
        await work()
      } catch (error) {
        setProblem(problemOf(error))
      }
      setBusy(false)
    },
  }
}
