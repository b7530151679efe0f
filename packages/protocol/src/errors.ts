import type { ErrorDefinition } from './errors/definition.ts'
import { ATTEMPT_ERRORS } from './errors/attempts.ts'
import { AUTH_ERRORS } from './errors/auth.ts'
import { FORM_ERRORS } from './errors/forms.ts'
import { INTERNAL_ERRORS } from './errors/internal.ts'
import { REQUEST_ERRORS } from './errors/requests.ts'
import { SESSION_ERRORS } from './errors/sessions.ts'
import { USER_ERRORS } from './errors/users.ts'
import { VERIFICATION_ERRORS } from './errors/verification.ts'

export type { ErrorDefinition } from './errors/definition.ts'

/**
 * Every refusal the server can answer with: the code (on which SDKs branch, so codes and statuses are Clerk's where Clerk has one) and our
 * own words for it. The texts hold no placeholders; what varies travels in `meta`.
 */
export const ERRORS = {
  ...AUTH_ERRORS,
  ...FORM_ERRORS,
  ...ATTEMPT_ERRORS,
  ...VERIFICATION_ERRORS,
  ...SESSION_ERRORS,
  ...USER_ERRORS,
  ...REQUEST_ERRORS,
  ...INTERNAL_ERRORS,
} as const satisfies Readonly<Record<string, ErrorDefinition>>

/** A code of the error table. Localizations are keyed by the same codes. */
export type ErrorCode = keyof typeof ERRORS

/** What a refusal says beyond its code. `param_name` is the request field (snake_case) whose input turns red. */
export interface ErrorMetaJSON {
  readonly param_name?: string
  readonly session_id?: string
  readonly [key: string]: unknown
}

/** One entry of an error answer. `long_message` is what a person reads. */
export interface ErrorJSON {
  readonly code: ErrorCode
  readonly message: string
  readonly long_message: string
  readonly meta?: ErrorMetaJSON
}

/** The body of every 4xx and 5xx answer. The outer `meta.client` is how `session_exists` hands the browser its session. */
export interface ErrorsJSON {
  readonly errors: readonly ErrorJSON[]
  readonly clerk_trace_id: string
  readonly meta?: { readonly [key: string]: unknown }
}
