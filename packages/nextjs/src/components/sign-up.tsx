import { SignUp as ClientSignUp, type SignUpProps } from '@latchkey/ui'
import type { ReactNode } from 'react'
import { fetchEnvironment } from './fetch-environment.ts'

/** The sign-up form, complete in the first HTML: it works before, and without, any script. */
export async function SignUp(props: SignUpProps): Promise<ReactNode> {
  return <ClientSignUp {...props} environment={props.environment ?? (await fetchEnvironment())} />
}
