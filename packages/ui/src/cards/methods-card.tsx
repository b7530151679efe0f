'use client'
import { useState } from 'react'
import { useLook } from '../appearance/look.tsx'
import type { Method } from '../flow/types.ts'
import type { Flow } from '../flow/use-flow.ts'
import { Card } from '../parts/card.tsx'
import { FormProblem } from '../parts/form-problem.tsx'
import { Digits, Link } from '../parts/icons.tsx'
import { Spinner, TextButton } from '../parts/buttons.tsx'
import { useWords } from '../words/words.ts'

const ICONS = { link: <Link />, code: <Digits /> } as const

/** The other ways to prove the address, and whom to write to when none works. */
export function MethodsCard({ flow }: { readonly flow: Flow }) {
  const { el } = useLook()
  const words = useWords()
  const { environment, methods, state, actions } = flow
  const { supportEmail } = environment
  const [chosen, setChosen] = useState<Method>()
  const choose = (method: Method) => {
    setChosen(method)
    actions.resend(method)
  }
  return (
    <Card
      flow={flow}
      title={words.methods.title}
      subtitle={words.methods.subtitle}
      footer={
        <>
          <span {...el('footerActionText')}>{`${words.methods.help} `}</span>
          {supportEmail === null ? (
            <span>{words.action.contact}</span>
          ) : (
            <a {...el('footerActionLink')} data-link="" href={`mailto:${supportEmail}`}>
              {words.action.contact}
            </a>
          )}
        </>
      }
    >
      <FormProblem flow={flow} />
      <div {...el('alternativeMethods')}>
        {methods.map((method) => (
          <button key={method} {...el('alternativeMethodsBlockButton', method)} type="button" onClick={() => choose(method)}>
            {ICONS[method]}
            <span {...el('alternativeMethodsBlockButtonText')}>
              <span>{words.methods[method].title}</span>
              <span>{words.methods[method].text}</span>
            </span>
            {state.busy === 'resend' && chosen === method && <Spinner />}
          </button>
        ))}
      </div>
      <div {...el('formActions')}>
        <TextButton of="headerBackLink" onClick={() => actions.go('verify')}>
          {words.action.back}
        </TextButton>
      </div>
    </Card>
  )
}
