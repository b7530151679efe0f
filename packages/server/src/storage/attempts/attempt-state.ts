import { byIdentifier, type IdentifierName } from '@latchkey/protocol'
import type { AttemptKind, AttemptStates, ClaimedIdentifier, SignUpState } from '../../domain/attempt.ts'
import { fromJson } from '../columns.ts'

/*
 * The stored form of what is known in an attempt. A version before this one names the email address by itself and knows nothing else;
 * it may run beside this one, so what it reads is written too, and what it wrote is understood.
 */

interface StoredSignIn {
  readonly identifier: string | null
  readonly identifierType?: IdentifierName
  readonly firstFactor?: AttemptStates['sign_in']['firstFactor']
  readonly userId: string | null
  readonly createdSessionId: string | null
}

type StoredSignUp = Omit<SignUpState, 'identifiers' | 'externalAccount'> & {
  readonly externalAccount?: SignUpState['externalAccount']
  readonly identifiers?: Partial<SignUpState['identifiers']>
  readonly emailAddress: string | null
  readonly emailVerifiedBy: ClaimedIdentifier['provenBy']
}

interface StoredIdentification {
  readonly identifier?: AttemptStates['identification']['identifier']
  readonly emailAddress: string
}

const READ: { readonly [Kind in AttemptKind]: (text: string) => AttemptStates[Kind] } = {
  sign_in(text) {
    const { identifier: value, identifierType: type = 'email_address', firstFactor = null, ...rest } = fromJson<StoredSignIn>(text)
    return { ...rest, firstFactor, identifier: value === null ? null : { type, value } }
  },
  sign_up(text) {
    const { identifiers, externalAccount = null, emailAddress, emailVerifiedBy: provenBy, ...rest } = fromJson<StoredSignUp>(text)
    // An older process may have changed the address since a newer one wrote; it does not know of the others.
    const email = emailAddress === null ? null : { value: emailAddress, provenBy }
    return { ...rest, externalAccount, identifiers: { ...byIdentifier((name) => identifiers?.[name] ?? null), email_address: email } }
  },
  reverification: fromJson<AttemptStates['reverification']>,
  identification(text) {
    const { identifier, emailAddress } = fromJson<StoredIdentification>(text)
    return { identifier: identifier ?? { type: 'email_address', value: emailAddress } }
  },
}

const WRITE: { readonly [Kind in AttemptKind]: (state: AttemptStates[Kind]) => object } = {
  sign_in: ({ identifier, ...rest }): StoredSignIn => ({
    ...rest,
    identifier: identifier?.value ?? null,
    ...(identifier !== null && { identifierType: identifier.type }),
  }),
  sign_up: (state): StoredSignUp => ({
    ...state,
    emailAddress: state.identifiers.email_address?.value ?? null,
    emailVerifiedBy: state.identifiers.email_address?.provenBy ?? null,
  }),
  reverification: (state) => state,
  identification: ({ identifier }): StoredIdentification => ({ identifier, emailAddress: identifier.value }),
}

/** What the stored text of an attempt says. */
export function readState<Kind extends AttemptKind>(kind: Kind, text: string): AttemptStates[Kind] {
  return READ[kind](text)
}

/** The text under which it is stored. */
export function writeState<Kind extends AttemptKind>(kind: Kind, state: AttemptStates[Kind]): string {
  return JSON.stringify(WRITE[kind](state))
}
