import { SignIn as ClientSignIn, type SignInProps, SignUp as ClientSignUp, type SignUpProps } from '@latchkey/ui'
import type { ReactNode } from 'react'
import { firstHtml, type FirstHtmlProps } from './first-html.ts'

/** The sign-in form, complete in the first HTML: it works before, and without, any script. */
export async function SignIn(props: SignInProps & FirstHtmlProps): Promise<ReactNode> {
  return <ClientSignIn {...await firstHtml(props)} />
}

/** The sign-up form, complete in the first HTML: it works before, and without, any script. */
export async function SignUp(props: SignUpProps & FirstHtmlProps): Promise<ReactNode> {
  return <ClientSignUp {...await firstHtml(props)} />
}
