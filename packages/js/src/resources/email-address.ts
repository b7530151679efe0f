import type { EmailAddressJSON } from '@latchkey/protocol'
import type { Api } from '../core/api.ts'
import { verificationFromJSON, type VerificationResource } from './verification.ts'

/** An address of the user. */
export interface EmailAddressResource {
  readonly id: string
  readonly emailAddress: string
  readonly verification: VerificationResource
  prepareVerification(params: { readonly strategy: string; readonly redirectUrl?: string }): Promise<EmailAddressResource>
  attemptVerification(params: { readonly code: string }): Promise<EmailAddressResource>
  destroy(): Promise<void>
  toString(): string
}

/** An address of the user. @param sessionId the session its methods act for */
export function emailAddressFromJSON(json: EmailAddressJSON, sessionId: string, api: Api): EmailAddressResource {
  const { id, email_address: emailAddress } = json
  const path = (below = '') => `/me/email_addresses/${id}${below}?_clerk_session_id=${sessionId}`
  const sent = async (answer: Promise<EmailAddressJSON>) => emailAddressFromJSON(await answer, sessionId, api)
  return {
    id,
    emailAddress,
    verification: verificationFromJSON(json.verification),
    prepareVerification: ({ strategy, redirectUrl }) =>
      sent(api.send('POST', path('/prepare_verification'), { strategy, redirect_url: api.absolute(redirectUrl) })),
    attemptVerification: ({ code }) => sent(api.send('POST', path('/attempt_verification'), { code })),
    destroy: async () => void (await api.send('DELETE', path())),
    toString: () => emailAddress,
  }
}
