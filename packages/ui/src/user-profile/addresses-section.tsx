'use client'
import type { EmailAddressResource, Environment, UserResource } from '@latchkey/js'
import { useState } from 'react'
import { useLook } from '../appearance/look.tsx'
import { check } from '../flow/problem.ts'
import { TextButton } from '../parts/buttons.tsx'
import { Field } from '../parts/field.tsx'
import { useAccountWords } from '../words/account.ts'
import { useWords } from '../words/words.ts'
import { AddressItem } from './address-item.tsx'
import { ConfirmAddress } from './confirm-address.tsx'
import { Section } from './section.tsx'
import { SmallForm } from './small-form.tsx'
import { useOwnAction } from './use-own-action.ts'

/** The addresses one can sign in with: the primary one first, and a way to add another. */
export function AddressesSection({ user, environment }: { readonly user: UserResource; readonly environment: Environment }) {
  const { el } = useLook()
  const profile = useAccountWords()
  const [adding, setAdding] = useState(false)
  const [confirming, setConfirming] = useState<EmailAddressResource | null>(null)
  const sorted = user.emailAddresses.toSorted(
    (one, other) => Number(other.id === user.primaryEmailAddressId) - Number(one.id === user.primaryEmailAddressId),
  )
  const close = () => {
    setAdding(false)
    setConfirming(null)
  }
  return (
    <Section id="emailAddresses" title={profile.addresses}>
      <ul {...el('profileSectionItemList', 'emailAddresses')}>
        {sorted.map((address) => (
          <AddressItem key={address.id} user={user} address={address} onConfirm={() => setConfirming(address)} />
        ))}
      </ul>
      {confirming !== null ? (
        <ConfirmAddress address={confirming} environment={environment} onClose={close} />
      ) : adding ? (
        <AddAddress user={user} onAdded={setConfirming} onClose={close} />
      ) : (
        <TextButton of="profileSectionPrimaryButton" data-opens="" onClick={() => setAdding(true)}>
          {profile.add}
        </TextButton>
      )}
    </Section>
  )
}

/** What adding needs. */
export interface AddAddressProps {
  readonly user: UserResource
  readonly onAdded: (address: EmailAddressResource) => void
  readonly onClose: () => void
}

/** Asks for a new address. */
function AddAddress({ user, onAdded, onClose }: AddAddressProps) {
  const words = useWords()
  const profile = useAccountWords()
  const action = useOwnAction()
  const submit = (data: FormData) => {
    const email = String(data.get('email_address') ?? '').trim()
    const problem = check({ emailAddress: email, username: '', firstName: '', lastName: '' }, ['emailAddress'])
    if (problem !== null) return action.fail(problem)
    void action.run(async () => onAdded(await user.createEmailAddress({ email })))
  }
  return (
    <SmallForm action={action} label={profile.send} onSubmit={submit} onCancel={onClose} fields={['emailAddress']}>
      <Field
        id="emailAddress"
        name="email_address"
        type="email"
        label={profile.addTitle}
        placeholder={words.field.emailPlaceholder}
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        required
        autoFocus
        error={action.problem?.field === 'emailAddress' ? action.sentence : null}
      />
    </SmallForm>
  )
}
