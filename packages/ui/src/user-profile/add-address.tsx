'use client'
import type { EmailAddressResource, UserResource } from '@latchkey/js'
import { check } from '../flow/check.ts'
import { Field } from '../parts/field.tsx'
import { useAction } from '../parts/use-action.ts'
import { useProfileWords } from '../words/profile.ts'
import { useWords } from '../words/words.ts'
import { SmallForm } from './small-form.tsx'

/** What adding needs. */
export interface AddAddressProps {
  readonly user: UserResource
  readonly onAdded: (address: EmailAddressResource) => void
  readonly onClose: () => void
}

/** Asks for a new address. */
export function AddAddress({ user, onAdded, onClose }: AddAddressProps) {
  const words = useWords()
  const profile = useProfileWords()
  const action = useAction()
  const submit = (data: FormData) => {
    const email = String(data.get('email_address') ?? '').trim()
    const problem = check({ emailAddress: email, firstName: '', lastName: '' }, ['emailAddress'])
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
