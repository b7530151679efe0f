'use client'
import { type FormEvent, useRef } from 'react'
import { useLook } from '../appearance/look.tsx'
import { digitsOf } from '../flow/digits.ts'
import { sentenceOf } from '../flow/problem.ts'
import type { Standing } from '../flow/types.ts'
import type { Flow } from '../flow/use-flow.ts'
import { PrimaryButton, TextButton } from '../parts/buttons.tsx'
import { Card } from '../parts/card.tsx'
import { CodeField } from '../parts/code-field.tsx'
import { FormProblem } from '../parts/form-problem.tsx'
import { Mail, Pencil } from '../parts/icons.tsx'
import { Resend } from '../parts/resend.tsx'
import { useWords } from '../words/words.ts'

/** The mail is on its way: its link finishes in this browser, its code can be typed here. */
export function VerifyCard({ flow }: { readonly flow: Flow }) {
  const { el, options } = useLook()
  const words = useWords()
  const form = useRef<HTMLFormElement>(null)
  const { state, standing, actions, environment, methods } = flow
  const { problem, busy } = state
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const code = new FormData(form.current!).get('code')
    if (typeof code === 'string') actions.attempt(digitsOf(code))
  }
  const others = methods.length > 1 || environment.supportEmail !== null
  return (
    <Card
      flow={flow}
      icon={
        <span>
          <Mail />
        </span>
      }
      title={words.verify.title}
      subtitle={
        <>
          <p>{standing.method === 'link' ? words.verify.sentLink : words.verify.sentCode}</p>
          <Identity standing={standing} onEdit={() => actions.go('')} />
        </>
      }
      focuses={options.autoFocus !== false}
    >
      <form {...el('form')} ref={form} method="post" noValidate onSubmit={submit}>
        <FormProblem flow={flow} fields={['code']} retry={() => form.current?.requestSubmit()} />
        <CodeField
          wrong={state.wrong}
          busy={busy === 'attempt'}
          autoFocus={options.autoFocus !== false}
          error={problem?.field === 'code' ? sentenceOf(problem, words) : null}
          onComplete={() => form.current?.requestSubmit()}
        />
        <PrimaryButton busy={busy === 'attempt'}>{words.action.continue}</PrimaryButton>
      </form>
      <div {...el('formActions')}>
        <Resend
          sentAt={state.sentAt}
          expiresAt={standing.expiresAt}
          busy={busy === 'resend'}
          onResend={() => actions.resend(standing.method)}
        />
        <p {...el('formResendNotice')} role="status">
          {state.resent === null ? '' : words.verify[state.resent === 'sent' ? 'resent' : 'kept']}
        </p>
        {others && (
          <TextButton of="alternativeMethodsLink" onClick={() => actions.go('methods')}>
            {words.verify.otherWays}
          </TextButton>
        )}
      </div>
    </Card>
  )
}

/** The address in question, with a pencil to change what was typed. */
function Identity({ standing: { address, sentTo }, onEdit }: { readonly standing: Standing; readonly onEdit: () => void }) {
  const { el } = useLook()
  const { action } = useWords()
  const label = sentTo === address ? action.change : action.back
  return (
    <p {...el('identityPreview')}>
      <bdi {...el('identityPreviewText')} title={sentTo}>
        {sentTo}
      </bdi>
      <button {...el('identityPreviewEditButton')} type="button" aria-label={label} title={label} onClick={onEdit}>
        <Pencil />
      </button>
    </p>
  )
}
