'use client'
import { sentenceOf } from '../flow/sentence.ts'
import type { Flow } from '../flow/use-flow.ts'
import { useWords } from '../words/words.ts'
import { Alert } from './alert.tsx'
import { TextButton } from './text-button.tsx'

/** What is told, and of what. */
export interface FormProblemProps {
  readonly flow: Flow
  /** The fields the form has, which tell their own problems. */
  readonly fields?: readonly string[]
  /** Sends the form once more. */
  readonly retry?: () => void
}

/** A problem that no field is about, above the form it keeps from going on. */
export function FormProblem({ flow, fields = [], retry }: FormProblemProps) {
  const words = useWords()
  const { state, unreachable, actions } = flow
  const problem = state.problem !== null && !fields.includes(state.problem.field ?? '') ? state.problem : null
  if (problem === null && !(unreachable && state.busy === null)) return null
  const offline = problem === null || problem.code === 'unreachable'
  const again = problem === null ? actions.reload : retry
  return (
    <Alert action={offline && again ? <TextButton of="alertAction" onClick={again}>{words.action.tryAgain}</TextButton> : undefined}>
      {problem === null ? words.unreachable : sentenceOf(problem, words)}
    </Alert>
  )
}
