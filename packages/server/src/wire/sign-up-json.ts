import {
  byIdentifier,
  type IdentifierName,
  type JsonObject,
  type SignUpJSON,
  type SignUpStatus,
  type SignUpVerificationJSON,
} from '@latchkey/protocol'
import { verificationIn } from '../domain/attempt.ts'
import { isProvable } from '../domain/settings/attributes.ts'
import type { SignUpView } from '../domain/view.ts'
import { verificationJson } from './verification-json.ts'

/** What nobody can have yet. One that somebody can have by now does not compile here. */
const ABSENT: { readonly [Name in Exclude<'phone_number' | 'web3_wallet', IdentifierName>]: null } = {
  phone_number: null,
  web3_wallet: null,
}
/**
 * A sign-up under way.
 * @param now epoch milliseconds
 */
export function signUpJson(view: SignUpView, now: number): SignUpJSON {
  const { attempt, requirements } = view
  const { state } = attempt
  const external = verificationIn(attempt, 'external_account')
  return {
    object: 'sign_up_attempt',
    id: attempt.id,
    status: statusOf(view),
    required_fields: requirements.required,
    optional_fields: requirements.optional,
    missing_fields: requirements.missing,
    unverified_fields: requirements.unverified,
    verifications: {
      ...ABSENT,
      ...byIdentifier((name) => (isProvable(name) ? identifierVerificationJson(view, name, now) : null)),
      external_account: external && verificationJson(external, now),
    },
    ...ABSENT,
    ...byIdentifier((name) => state.identifiers[name]?.value ?? null),
    password_enabled: false,
    has_password: false,
    first_name: state.firstName,
    last_name: state.lastName,
    unsafe_metadata: state.unsafeMetadata as JsonObject,
    public_metadata: {},
    custom_action: false,
    external_id: null,
    external_account: null,
    external_account_strategy: null,
    created_session_id: state.createdSessionId,
    created_user_id: state.createdUserId,
    abandon_at: attempt.abandonAt,
    legal_accepted_at: state.legalAcceptedAt,
    locale: state.locale,
    protect_check: null,
  }
}

function statusOf({ attempt }: SignUpView): SignUpStatus {
  if (attempt.state.createdUserId !== null) return 'complete'
  return attempt.status === 'abandoned' ? 'abandoned' : 'missing_requirements'
}

/**
 * Until something was sent it carries neither status nor strategy: those tell the components that a code is on its way, and
 * they would never ask for one. What was sent to another address than the present one counts as nothing sent, and so does an old
 * proof of an address that was taken back and given again.
 */
function identifierVerificationJson(view: SignUpView, name: IdentifierName, now: number): SignUpVerificationJSON | null {
  const { attempt, requirements } = view
  const strategies = view.strategies[name]
  const claimed = attempt.state.identifiers[name]
  if (claimed === null) return null
  const owed = requirements.unverified.includes(name)
  const verification = verificationIn(attempt, name)
  if (verification === null || verification.target?.value !== claimed.value || (owed && verification.consumedAt !== null)) {
    return { next_action: owed ? 'needs_prepare' : '', supported_strategies: strategies }
  }
  const json = verificationJson(verification, now)
  const next = json.status === 'unverified' ? 'needs_attempt' : 'needs_prepare'
  return { ...json, next_action: owed ? next : '', supported_strategies: strategies }
}
