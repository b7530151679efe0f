import type { EmailAddressJSON } from '@latchkey/protocol'
import type { Api } from '../core/api.ts'
import * as routes from '../core/routes.ts'
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
  const of = { email_address_id: id, _clerk_session_id: sessionId }
  const sent = async (answer: Promise<EmailAddressJSON>) => emailAddressFromJSON(await answer, sessionId, api)
  return {
    id,
    emailAddress,
    verification: verificationFromJSON(json.verification),
    prepareVerification: ({ strategy, redirectUrl }) =>
      sent(api.call(routes.prepareMyEmailAddress, { ...of, strategy, redirect_url: redirectUrl })),
    attemptVerification: ({ code }) => sent(api.call(routes.attemptMyEmailAddress, { ...of, code })),
    destroy: async () => void (await api.call(routes.deleteMyEmailAddress, of)),
    toString: () => emailAddress,
  }
}
