import { SignUp as ClientSignUp, type SignUpProps } from '@latchkey/ui'
import type { ReactNode } from 'react'
import { firstHtml, type FirstHtmlProps } from './first-html.ts'

/** The sign-up form, complete in the first HTML: it works before, and without, any script. */
export async function SignUp(props: SignUpProps & FirstHtmlProps): Promise<ReactNode> {
  return <ClientSignUp {...await firstHtml(props)} />
}
