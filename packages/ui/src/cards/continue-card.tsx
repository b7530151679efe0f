'use client'
import { type FormEvent, useRef } from 'react'
import { useLook } from '../appearance/look.tsx'
import type { Flow } from '../flow/use-flow.ts'
import { valuesOf } from '../flow/fields.ts'
import { Card } from '../parts/card.tsx'
import { FormProblem } from '../parts/form-problem.tsx'
import { Person } from '../parts/icons.tsx'
import { NameFields } from '../parts/name-fields.tsx'
import { PrimaryButton } from '../parts/buttons.tsx'
import { useWords } from '../words/words.ts'

/** The address is proven, and something the instance wants is missing. */
export function ContinueCard({ flow }: { readonly flow: Flow }) {
  const { el, options } = useLook()
  const words = useWords()
  const form = useRef<HTMLFormElement>(null)
  const { standing, state, actions } = flow
  const missing = standing.missing.filter((field) => field !== 'emailAddress')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    actions.update(valuesOf(new FormData(form.current ?? undefined)), missing)
  }
  return (
    <Card
      flow={flow}
      icon={
        <span>
          <Person />
        </span>
      }
      title={words.continue.title}
      subtitle={words.continue.subtitle}
      focuses
    >
      <form {...el('form')} ref={form} method="post" noValidate onSubmit={submit}>
        <FormProblem flow={flow} fields={missing} retry={() => form.current?.requestSubmit()} />
        <NameFields
          names={missing.map((field) => ({ field, required: true }))}
          values={state.values}
          problem={state.problem}
          autoFocus={options.autoFocus !== false}
        />
        <PrimaryButton arrow busy={state.busy === 'update'}>
          {words.action.continue}
        </PrimaryButton>
      </form>
    </Card>
  )
}
