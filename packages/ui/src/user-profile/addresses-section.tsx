'use client'
import type { EmailAddressResource, Environment, UserResource } from '@latchkey/js'
import { useState } from 'react'
import { useLook } from '../appearance/look.tsx'
import { TextButton } from '../parts/text-button.tsx'
import { useProfileWords } from '../words/profile.ts'
import { AddAddress } from './add-address.tsx'
import { AddressItem } from './address-item.tsx'
import { ConfirmAddress } from './confirm-address.tsx'
import { Section } from './section.tsx'

/** The addresses one can sign in with: the primary one first, and a way to add another. */
export function AddressesSection({ user, environment }: { readonly user: UserResource; readonly environment: Environment }) {
  const { el } = useLook()
  const profile = useProfileWords()
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
