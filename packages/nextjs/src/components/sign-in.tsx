import { SignIn as ClientSignIn, type SignInProps } from '@latchkey/ui'
import type { ReactNode } from 'react'
import { fetchEnvironment } from './fetch-environment.ts'

/** The sign-in form, complete in the first HTML: it works before, and without, any script. */
export async function SignIn(props: SignInProps): Promise<ReactNode> {
  return <ClientSignIn {...props} environment={props.environment ?? (await fetchEnvironment())} />
}
