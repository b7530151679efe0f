'use client'
import { useLook } from '../appearance/look.tsx'
import type { Flow } from '../flow/use-flow.ts'
import { Card } from '../parts/card.tsx'
import { FormProblem } from '../parts/form-problem.tsx'
import { Digits, Link } from '../parts/icons.tsx'
import { Spinner } from '../parts/spinner.tsx'
import { TextButton } from '../parts/text-button.tsx'
import { useWords } from '../words/words.ts'

const ICONS = { link: <Link />, code: <Digits /> } as const

/** The other ways to prove the address, and whom to write to when none works. */
export function MethodsCard({ flow }: { readonly flow: Flow }) {
  const { el } = useLook()
  const words = useWords()
  const { environment, methods, standing, state, actions } = flow
  const { supportEmail } = environment
  return (
    <Card
      flow={flow}
      title={words.methods.title}
      subtitle={words.methods.subtitle}
      footer={
        <>
          <span {...el('footerActionText')}>{words.methods.help}</span>{' '}
          {supportEmail === null ? (
            words.methods.noHelp
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
          <button {...el('alternativeMethodsBlockButton', method)} key={method} type="button" onClick={() => actions.resend(method)}>
            {ICONS[method]}
            <span {...el('alternativeMethodsBlockButtonText')}>{words.methods[method](standing.address)}</span>
            {state.busy === 'resend' && <Spinner />}
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
