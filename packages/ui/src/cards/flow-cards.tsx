'use client'
import { Look, useLook } from '../appearance/look.tsx'
import type { FormProps } from '../flow/props.ts'
import type { Mode } from '../flow/types.ts'
import { type Flow, useFlow } from '../flow/use-flow.ts'
import { Spinner } from '../parts/buttons.tsx'
import { Card } from '../parts/card.tsx'
import { useWords } from '../words/words.ts'
import { ContinueCard } from './continue-card.tsx'
import { MethodsCard } from './methods-card.tsx'
import { NoticeCard } from './notice-card.tsx'
import { StartCard } from './start-card.tsx'
import { VerifyCard } from './verify-card.tsx'

/** What {@link SignIn} takes. */
export type SignInProps = Omit<FormProps, 'unsafeMetadata'>

/** The sign-in form: an address, then the email's link or code. It needs a provider, and its style sheet `@latchkey/ui/styles.css`. */
export function SignIn(props: SignInProps) {
  return <FlowCards mode="signIn" props={props} />
}

/** What {@link SignUp} takes. */
export type SignUpProps = FormProps

/** The sign-up form: an address and names, then the email's link or code. */
export function SignUp(props: SignUpProps) {
  return <FlowCards mode="signUp" props={props} />
}

/** A form, at whichever step it is. */
function FlowCards({ mode, props }: { readonly mode: Mode; readonly props: FormProps }) {
  const flow = useFlow(mode, props)
  return (
    <Look of={mode} appearance={props.appearance}>
      <CardOf flow={flow} />
    </Look>
  )
}

/** The card of a step. */
export function CardOf({ flow }: { readonly flow: Flow }) {
  switch (flow.card) {
    case 'start':
      return <StartCard flow={flow} />
    case 'verify':
      return <VerifyCard flow={flow} />
    case 'methods':
      return <MethodsCard flow={flow} />
    case 'continue':
      return <ContinueCard flow={flow} />
    case 'loading':
      return <LoadingCard flow={flow} />
    default:
      return <NoticeCard flow={flow} />
  }
}

/** The attempt in progress is on its way from the server. */
function LoadingCard({ flow }: { readonly flow: Flow }) {
  const { el } = useLook()
  return (
    <Card flow={flow} title={useWords().loading}>
      <div {...el('loading')} role="status">
        <Spinner />
      </div>
    </Card>
  )
}
