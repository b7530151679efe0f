'use client'
import { type FormEvent, type MouseEvent, useRef } from 'react'
import { useLook } from '../appearance/look.tsx'
import { askedFields, valuesOf } from '../flow/fields.ts'
import type { Flow } from '../flow/use-flow.ts'
import { PrimaryButton } from '../parts/buttons.tsx'
import { Card } from '../parts/card.tsx'
import { EmailField } from '../parts/email-field.tsx'
import { FormProblem } from '../parts/form-problem.tsx'
import { NameFields } from '../parts/name-fields.tsx'
import { useWords } from '../words/words.ts'

/** The first step: an address, and names where the instance asks for them. Without scripts the form posts to the plain pages. */
export function StartCard({ flow }: { readonly flow: Flow }) {
  const { el, options } = useLook()
  const words = useWords()
  const form = useRef<HTMLFormElement>(null)
  const { mode, environment, state, actions } = flow
  const names = mode === 'signUp' ? askedFields(environment, options.showOptionalFields ?? true) : []
  const required = [...names.filter((name) => name.required).map(({ field }) => field), 'emailAddress' as const]
  const values = () => valuesOf(new FormData(form.current ?? undefined))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    actions.begin(values(), required, mode === 'signIn' && environment.identifiers.length > 1)
  }
  const text = words[mode]
  return (
    <Card
      flow={flow}
      title={text.title(environment.applicationName)}
      subtitle={words.start[flow.methods[0] ?? 'code']}
      footer={flow.otherUrl !== null && <OtherForm flow={flow} url={flow.otherUrl} emailAddress={() => values().emailAddress} />}
      focuses
    >
      <form {...el('form')} ref={form} method="post" action={flow.plainAction ?? undefined} noValidate={flow.awake} onSubmit={submit}>
        <FormProblem
          flow={flow}
          fields={[...names.map(({ field }) => field), 'emailAddress']}
          retry={() => form.current?.requestSubmit()}
        />
        {names.length > 0 && (
          <NameFields
            names={names}
            values={state.values}
            problem={state.problem}
            autoFocus={required.length > 1 && options.autoFocus !== false}
          />
        )}
        <EmailField flow={flow} typed={() => values().emailAddress} autoFocus={required.length === 1} />
        <PrimaryButton arrow busy={state.busy === 'begin'}>
          {words.action.continue}
        </PrimaryButton>
      </form>
    </Card>
  )
}

/** The way to the other form. What is typed goes along when it is followed; opened in a new tab, it is an ordinary link. */
function OtherForm({ flow, url, emailAddress }: { readonly flow: Flow; readonly url: string; readonly emailAddress: () => string }) {
  const { el } = useLook()
  const text = useWords()[flow.mode]
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    flow.actions.switchTo(emailAddress())
  }
  return (
    <>
      <span {...el('footerActionText')}>{`${text.footer} `}</span>
      <a {...el('footerActionLink')} href={url} onClick={follow} data-link="">
        {text.footerLink}
      </a>
    </>
  )
}
