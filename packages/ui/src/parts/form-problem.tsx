'use client'
import { useLook } from '../appearance/look.tsx'
import { OVER, sentenceOf } from '../flow/problem.ts'
import type { Flow } from '../flow/use-flow.ts'
import { useWords } from '../words/words.ts'
import { Alert } from './alert.tsx'
import { TextButton } from './buttons.tsx'

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
  const { el } = useLook()
  const words = useWords()
  const {
    state: { busy, problem },
    outage,
    actions,
  } = flow
  const ours = problem !== null && !fields.includes(problem.field ?? '')
  const told = ours ? problem : busy === null ? outage : null
  if (told === null) return null
  const over = told.code === OVER
  // A field of the first card, such as a name that somebody else has taken meanwhile.
  const before = flow.card === 'verify' && told.field !== null
  const again = over
    ? actions.startOver
    : before
      ? () => actions.go('')
      : ours
        ? /unreachable$|blocked$/.test(told.code)
          ? retry
          : null
        : actions.reload
  const action =
    told.code === 'cookies_framed' ? (
      <a {...el('alertAction')} data-link="" href={location.href} target="_blank" rel="noopener">
        {words.action.openAlone}
      </a>
    ) : (
      again && (
        <TextButton of="alertAction" onClick={again}>
          {words.action[over ? 'startOver' : before ? 'back' : 'tryAgain']}
        </TextButton>
      )
    )
  return <Alert action={action}>{sentenceOf(told, words)}</Alert>
}
