'use client'
import type { Environment, UserResource } from '@latchkey/js'
import { useState } from 'react'
import { useLook } from '../appearance/look.tsx'
import { askedFields } from '../flow/asked-fields.ts'
import { check } from '../flow/check.ts'
import { Field } from '../parts/field.tsx'
import { TextButton } from '../parts/text-button.tsx'
import { Avatar } from '../user-button/avatar.tsx'
import { useProfileWords } from '../words/profile.ts'
import { useWords } from '../words/words.ts'
import { Section } from './section.tsx'
import { SmallForm } from './small-form.tsx'
import { useAction } from './use-action.ts'

const FILL = { firstName: 'given-name', lastName: 'family-name' } as const

/** The name, edited in place. */
export function NamesSection({ user, environment }: { readonly user: UserResource; readonly environment: Environment }) {
  const { el } = useLook()
  const words = useWords()
  const profile = useProfileWords()
  const action = useAction()
  const [editing, setEditing] = useState(false)
  const [saved, setSaved] = useState(false)
  const names = askedFields(environment, true)
  const submit = (data: FormData) => {
    const given = Object.fromEntries(names.map(({ field }) => [field, String(data.get(field) ?? '').trim()]))
    const problem = check({ emailAddress: '', firstName: '', lastName: '', ...given }, names.filter(({ required }) => required).map(({ field }) => field))
    if (problem !== null) return action.fail(problem)
    void action.run(async () => {
      await user.update(Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value === '' ? null : value])))
      setEditing(false)
      setSaved(true)
    })
  }
  if (editing) {
    return (
      <Section id="profile" title={profile.names}>
        <SmallForm action={action} label={words.action.save} onSubmit={submit} onCancel={() => setEditing(false)} fields={names.map(({ field }) => field)}>
          <div {...el('formFieldRow')}>
            {names.map(({ field, required }, index) => (
              <Field
                key={field}
                id={field}
                name={field}
                label={words.field[field]}
                autoComplete={FILL[field]}
                defaultValue={user[field] ?? ''}
                maxLength={256}
                required={required}
                autoFocus={index === 0}
                error={action.problem?.field === field ? action.sentence : null}
              />
            ))}
          </div>
        </SmallForm>
      </Section>
    )
  }
  return (
    <Section id="profile" title={profile.names}>
      <div {...el('profileSectionItem', 'profile')}>
        <Avatar user={user} />
        <p {...el('profileSectionItemText')}>
          <span>{user.fullName ?? profile.noName}</span>
          <span role="status">{saved && profile.saved}</span>
        </p>
        {names.length > 0 && (
          <TextButton of="profileSectionPrimaryButton" onClick={() => setEditing(true)}>
            {profile.edit}
          </TextButton>
        )}
      </div>
    </Section>
  )
}
