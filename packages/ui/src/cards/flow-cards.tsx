'use client'
import { useEffect } from 'react'
import { Look } from '../appearance/look.tsx'
import type { FormProps } from '../flow/props.ts'
import type { Mode } from '../flow/types.ts'
import { type Flow, useFlow } from '../flow/use-flow.ts'
import { Card } from '../parts/card.tsx'
import { fetched } from '../parts/fetched.ts'
import { Waiting } from '../parts/waiting.tsx'
import { useWords } from '../words/words.ts'
import type { LATER_CARDS } from './later-cards.tsx'
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
  useEffect(() => {
    if (flow.card === 'verify') later.ahead()
  }, [flow.card])
  switch (flow.card) {
    case 'start':
      return <StartCard flow={flow} />
    case 'verify':
      return <VerifyCard flow={flow} />
    case 'methods':
    case 'continue':
      return <LaterCard flow={flow} of={flow.card} />
    case 'loading':
      return <LoadingCard flow={flow} retry={null} />
    default:
      return <NoticeCard flow={flow} />
  }
}

/** Cards that few people see, or nobody sees first. */
const later = fetched(async () => (await import('./later-cards.tsx')).LATER_CARDS)

/** One of them; until it is there it says so, and what to do when it cannot be fetched. */
function LaterCard({ flow, of }: { readonly flow: Flow; readonly of: keyof typeof LATER_CARDS }) {
  const { found, retry } = later.use()
  const Found = found?.[of]
  return Found ? <Found flow={flow} /> : <LoadingCard flow={flow} retry={retry} />
}

/** What the next card needs is on its way. */
function LoadingCard({ flow, retry }: { readonly flow: Flow; readonly retry: (() => void) | null }) {
  return (
    <Card flow={flow} title={useWords().loading}>
      <Waiting retry={retry} />
    </Card>
  )
}
