'use client'
import type { Environment, UserResource } from '@latchkey/js'
import { useState } from 'react'
import { useLook } from '../appearance/look.tsx'
import { askedFields, valuesOf } from '../flow/fields.ts'
import { check } from '../flow/problem.ts'
import { NameFields } from '../parts/name-fields.tsx'
import { TextButton } from '../parts/buttons.tsx'
import { Avatar } from '../user-button/avatar.tsx'
import { useAccountWords } from '../words/account.ts'
import { Section, useSay } from './section.tsx'
import { SmallForm } from './small-form.tsx'
import { useOwnAction } from './use-own-action.ts'

/** The name, edited in place. */
export function NamesSection({ user, environment }: { readonly user: UserResource; readonly environment: Environment }) {
  const { el } = useLook()
  const profile = useAccountWords()
  const action = useOwnAction()
  const say = useSay()
  const [editing, setEditing] = useState(false)
  const [saved, setSaved] = useState(false)
  const names = askedFields(environment, true).filter(({ field }) => field !== 'username')
  const submit = (data: FormData) => {
    const values = valuesOf(data)
    const problem = check(
      values,
      names.filter(({ required }) => required).map(({ field }) => field),
    )
    if (problem !== null) return action.fail(problem)
    void action.run(async () => {
      await user.update(Object.fromEntries(names.map(({ field }) => [field, values[field].trim() || null])))
      setEditing(false)
      setSaved(true)
      say(profile.saved)
    })
  }
  if (editing) {
    return (
      <Section id="profile" title={profile.names}>
        <SmallForm
          action={action}
          label={profile.save}
          onSubmit={submit}
          onCancel={() => setEditing(false)}
          fields={names.map(({ field }) => field)}
        >
          <NameFields
            names={names}
            values={{ firstName: user.firstName ?? '', lastName: user.lastName ?? '', username: '' }}
            problem={action.problem}
            autoFocus
          />
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
          <span data-good="">{saved && profile.saved}</span>
        </p>
        {names.length > 0 && (
          <TextButton of="profileSectionPrimaryButton" data-opens="" onClick={() => setEditing(true)}>
            {profile.edit}
          </TextButton>
        )}
      </div>
    </Section>
  )
}
