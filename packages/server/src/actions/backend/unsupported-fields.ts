import { Refusal } from '../../domain/refusal.ts'

/** Ways to sign in, and facts about them, that this server does not keep. */
const unsupported = [
  'phone_number',
  'web3_wallet',
  'username',
  'password',
  'password_digest',
  'totp_secret',
  'backup_codes',
  'primary_phone_number_id',
  'primary_web3_wallet_id',
  'profile_image_id',
] as const

/** The fields of a user that are refused when they hold something: dropping a phone number in silence would lose it. */
export type UnsupportedFields = { readonly [Field in (typeof unsupported)[number]]?: unknown }

/** Refuses what could not be kept; `null`, empty texts and empty lists ask for nothing. @throws Refusal `form_param_unknown` */
export function refuseUnsupported(request: UnsupportedFields): void {
  const param = unsupported.find((field) => holdsSomething(request[field]))
  if (param !== undefined) throw new Refusal('form_param_unknown', { param })
}

function holdsSomething(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
}
