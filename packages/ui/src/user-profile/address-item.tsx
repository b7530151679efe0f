'use client'
import type { EmailAddressResource, UserResource } from '@latchkey/js'
import { useState } from 'react'
import { useLook } from '../appearance/look.tsx'
import { TextButton } from '../parts/buttons.tsx'
import { useAccountWords } from '../words/account.ts'
import { useSay } from './section.tsx'
import { SmallForm } from './small-form.tsx'
import { useOwnAction } from './use-own-action.ts'

/** What an address is told. */
export interface AddressItemProps {
  readonly user: UserResource
  readonly address: EmailAddressResource
  readonly onConfirm: () => void
}

/** An address with what it is and what can be done with it. */
export function AddressItem({ user, address, onConfirm }: AddressItemProps) {
  const { el } = useLook()
  const profile = useAccountWords()
  const action = useOwnAction()
  const say = useSay()
  const [removing, setRemoving] = useState(false)
  const { id, emailAddress, verification } = address
  const primary = id === user.primaryEmailAddressId
  const proven = verification.status === 'verified'
  const remove = async () => {
    await address.destroy()
    say(profile.removed(emailAddress))
  }
  const makePrimary = async () => {
    await user.update({ primaryEmailAddressId: id })
    say(profile.madePrimary(emailAddress))
  }
  if (removing) {
    return (
      <li {...el('profileSectionItem', 'emailAddresses')} data-form="">
        <SmallForm
          action={action}
          label={profile.remove}
          danger
          asks
          onSubmit={() => void action.run(remove)}
          onCancel={() => setRemoving(false)}
        >
          <p>{profile.removeAsk(emailAddress)}</p>
        </SmallForm>
      </li>
    )
  }
  return (
    <li {...el('profileSectionItem', 'emailAddresses')}>
      <p {...el('profileSectionItemText')}>
        <span title={emailAddress}>{emailAddress}</span>
        {action.sentence !== null && <span role="alert">{action.sentence}</span>}
      </p>
      {primary && <span {...el('badge', 'primary')}>{profile.primary}</span>}
      {!proven && <span {...el('badge', 'unverified')}>{profile.unverified}</span>}
      <span {...el('profileSectionItemActions')}>
        {!proven && (
          <TextButton of="profileSectionItemAction" aria-label={profile.confirmAddress(emailAddress)} onClick={onConfirm}>
            {profile.confirm}
          </TextButton>
        )}
        {proven && !primary && (
          <TextButton
            of="profileSectionItemAction"
            aria-label={profile.makePrimaryOf(emailAddress)}
            aria-busy={action.busy}
            onClick={() => void action.run(makePrimary)}
          >
            {profile.makePrimary}
          </TextButton>
        )}
        {!primary && (
          <TextButton
            of="profileSectionItemAction"
            data-opens=""
            aria-label={profile.removeOf(emailAddress)}
            onClick={() => setRemoving(true)}
          >
            {profile.remove}
          </TextButton>
        )}
      </span>
    </li>
  )
}
