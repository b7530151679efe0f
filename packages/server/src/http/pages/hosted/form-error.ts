import { ERRORS } from '@latchkey/protocol'
import type { Refusal } from '../../../domain/refusal.ts'
import type { FormError } from '../../html/index.ts'

/** A refusal as a form shows it, with the status of its page. */
export type HostedError = FormError & { readonly status: number }

/** The words for a refusal, at the field of the form that it is about. */
export function formError({ code, detail }: Refusal): HostedError {
  const param = detail.param === 'identifier' ? 'email_address' : (detail.param ?? null)
  return { param, text: ERRORS[code].longMessage, status: ERRORS[code].status }
}
