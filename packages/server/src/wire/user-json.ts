import {
  type BackendUserJSON,
  IDENTIFIER_NAMES,
  type IdentifierName,
  type JsonObject,
  type PublicUserDataJSON,
  type UserJSON,
} from '@latchkey/protocol'
import { SECOND_FACTORS, secondFactorsOf } from '../domain/second-factors.ts'
import { primaryOf, type UserView } from '../domain/user.ts'
import { emailAddressJson, pendingEmailAddressJson } from './email-address-json.ts'

/**
 * A user as she sees herself: every field the Frontend API may show, and not her private metadata.
 * @param now epoch milliseconds
 */
export function userJson(view: UserView, now: number): UserJSON {
  const { user } = view
  const image = imageUrl(view)
  return {
    object: 'user',
    id: user.id,
    first_name: user.firstName,
    last_name: user.lastName,
    locale: user.locale,
    image_url: image,
    has_image: false,
    profile_image_url: image,
    primary_phone_number_id: null,
    primary_web3_wallet_id: null,
    password_enabled: false,
    ...secondFactors(view),
    mfa_disabled_at: null,
    ...identifierLists(view, now),
    phone_numbers: [],
    web3_wallets: [],
    passkeys: [],
    external_accounts: [],
    saml_accounts: [],
    enterprise_accounts: [],
    organization_memberships: [],
    // Metadata came in as JSON and was stored as JSON; the domain only does not say so in its types.
    public_metadata: user.publicMetadata as JsonObject,
    unsafe_metadata: user.unsafeMetadata as JsonObject,
    external_id: user.externalId,
    last_sign_in_at: user.lastSignInAt,
    last_active_at: user.lastActiveAt,
    banned: user.banned,
    locked: user.lockedUntil !== null && user.lockedUntil > now,
    lockout_expires_in_seconds: lockoutSeconds(user.lockedUntil, now),
    // Wrong guesses lock an attempt and an address for a while, and nobody's account: there is nothing to count down.
    verification_attempts_remaining: null,
    delete_self_enabled: user.deleteSelfEnabled,
    create_organization_enabled: false,
    legal_accepted_at: user.legalAcceptedAt,
    created_at: user.createdAt,
    updated_at: user.updatedAt,
  }
}

/** What a user is shown of their identifiers of one kind: those that are proven, those that wait for it, and which one is the primary. */
const LISTED: { readonly [Name in IdentifierName]: (view: UserView, now: number) => Partial<UserJSON> } = {
  email_address: ({ user, identifications, pending }, now) => ({
    primary_email_address_id: user.primaries.email_address,
    email_addresses: [
      ...identifications.filter(({ type }) => type === 'email_address').map((identification) => emailAddressJson(identification)),
      ...pending.filter(({ state }) => state.identifier.type === 'email_address').map((attempt) => pendingEmailAddressJson(attempt, now)),
    ],
  }),
  username: (view) => ({ username: primaryOf(view, 'username')?.value ?? null }),
}

type IdentifierLists = Pick<UserJSON, 'primary_email_address_id' | 'email_addresses' | 'username'>

function identifierLists(view: UserView, now: number): IdentifierLists {
  return Object.assign({}, ...IDENTIFIER_NAMES.map((name) => LISTED[name](view, now))) as IdentifierLists
}

/** Which second factors a user has, and since when they have one. */
function secondFactors({
  enrolled,
}: UserView): Pick<UserJSON, 'two_factor_enabled' | 'mfa_enabled_at' | 'totp_enabled' | 'backup_code_enabled'> {
  const factors = secondFactorsOf({ credentials: enrolled })
  const has = (name: string) => factors.some(({ type }) => type === name)
  return {
    ...(Object.fromEntries(SECOND_FACTORS.map((name) => [`${name}_enabled`, has(name)])) as Pick<
      UserJSON,
      'totp_enabled' | 'backup_code_enabled'
    >),
    two_factor_enabled: factors.length > 0,
    mfa_enabled_at: factors[0]?.createdAt ?? null,
  }
}

/** Null for who is not locked, and for who is locked until somebody unlocks her. */
function lockoutSeconds(lockedUntil: number | null, now: number): number | null {
  if (lockedUntil === null || lockedUntil <= now || lockedUntil === Number.MAX_SAFE_INTEGER) return null
  return Math.ceil((lockedUntil - now) / 1000)
}

/**
 * A user as the customer's server sees her: what she sees herself, and what is kept from her.
 * @param now epoch milliseconds
 */
export function backendUserJson(view: UserView, now: number): BackendUserJSON {
  return { ...userJson(view, now), private_metadata: view.user.privateMetadata as JsonObject }
}

/** The little of a user that goes along with a session. */
export function publicUserDataJson(view: UserView): PublicUserDataJSON {
  const image = imageUrl(view)
  return {
    user_id: view.user.id,
    first_name: view.user.firstName,
    last_name: view.user.lastName,
    image_url: image,
    profile_image_url: image,
    has_image: false,
    identifier: primaryAddress(view) ?? '',
    username: primaryOf(view, 'username')?.value ?? null,
  }
}

/** Backgrounds on which white text has a contrast of 4.5 and more. */
const COLOURS = ['#475569', '#57534e', '#9a3412', '#3f6212', '#166534', '#115e59', '#1e40af', '#5b21b6', '#86198f', '#9f1239']

/**
 * A picture of a user who uploaded none: her initials on a colour of her own, as a data URL. It needs no request, so nobody
 * learns who looks at it, and the components leave data URLs as they are instead of asking a resizer for a width.
 */
export function imageUrl(view: UserView): string {
  const svg = picture(initials(view), colour(view.user.id))
  return `data:image/svg+xml,${svg.replace(/[^\w=/:.,-]+/g, encodeURIComponent)}`
}

function initials(view: UserView): string {
  const names = [view.user.firstName, view.user.lastName].map(firstLetter).join('')
  return names === '' ? firstLetter(primaryAddress(view)) : names
}

/** Letters, digits and their marks only, so that nothing a person calls herself can be markup. */
function firstLetter(text: string | null): string {
  return /[\p{L}\p{N}]\p{M}*/u.exec(text ?? '')?.[0].toUpperCase() ?? ''
}

function colour(id: string): string {
  let sum = 0
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) >>> 0
  return COLOURS[sum % COLOURS.length]!
}

const person = '<g fill="#fff"><circle cx="48" cy="37" r="16"/><path d="M16,96a32,34,0,0,1,64,0z"/></g>'

function picture(letters: string, background: string): string {
  const open = '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="0,0,96,96">'
  return `${open}<path fill="${background}" d="M0,0h96v96H0z"/>${letters === '' ? person : text(letters)}</svg>`
}

function text(letters: string): string {
  const look = 'text-anchor="middle" font-family="system-ui,sans-serif" font-size="34" font-weight="600"'
  return `<text x="48" y="60" fill="#fff" ${look}>${letters}</text>`
}

/** What a person would recognise the account by: her primary address, else her oldest proven one, `null` when she has none. */
export function primaryAddress(view: UserView): string | null {
  return (primaryOf(view, 'email_address') ?? view.identifications[0])?.value ?? null
}
