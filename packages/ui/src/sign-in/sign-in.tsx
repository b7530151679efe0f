'use client'
import { FlowCards } from '../cards/flow-cards.tsx'
import type { FormProps } from '../flow/props.ts'

/** What {@link SignIn} takes. */
export type SignInProps = Omit<FormProps, 'unsafeMetadata'>

/** The sign-in form: an address, then the mail's link or code. It needs a provider, and its style sheet `@latchkey/ui/styles.css`. */
export function SignIn(props: SignInProps) {
  return <FlowCards mode="signIn" props={props} />
}
