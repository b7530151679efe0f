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
  const { state: { busy, problem }, outage, actions } = flow
  const ours = problem !== null && !fields.includes(problem.field ?? '')
  const told = ours ? problem : busy === null ? outage : null
  if (told === null) return null
  const again = !ours ? actions.reload : /unreachable$/.test(told.code) ? retry : undefined
  return (
    <Alert action={again && <TextButton of="alertAction" onClick={again}>{words.action.tryAgain}</TextButton>}>{sentenceOf(told, words)}</Alert>
  )
}
