import { z } from 'zod'
import { clearable, moot, unkept } from '../request/parse-fields.ts'

/** Yes, no, or nothing said. */
export const maybe = z.boolean().nullish()

/** Metadata of a user: an object. What is in it is judged by the action. */
const metadata = z.record(z.string(), z.unknown()).nullish()

/** The three kinds of metadata. */
export const metadataFields = { public_metadata: metadata, private_metadata: metadata, unsafe_metadata: metadata }

/** What making and changing a user have in common. */
export const userFields = {
  ...metadataFields,
  first_name: clearable,
  last_name: clearable,
  external_id: clearable,
  locale: clearable,
  created_at: clearable,
  legal_accepted_at: clearable,
  delete_self_enabled: maybe,
  phone_number: unkept,
  web3_wallet: unkept,
  username: clearable,
  password: unkept,
  password_digest: unkept,
  password_hasher: unkept,
  totp_secret: unkept,
  backup_codes: unkept,
  create_organization_enabled: unkept,
  create_organizations_limit: unkept,
  skip_password_checks: moot,
  skip_legal_checks: moot,
  bypass_client_trust: moot,
}
