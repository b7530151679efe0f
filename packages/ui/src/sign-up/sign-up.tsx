'use client'
import { FlowCards } from '../cards/flow-cards.tsx'
import type { FormProps } from '../flow/props.ts'

/** What {@link SignUp} takes. */
export type SignUpProps = FormProps

/** The sign-up form: an address and names, then the mail's link or code. */
export function SignUp(props: SignUpProps) {
  return <FlowCards mode="signUp" props={props} />
}
