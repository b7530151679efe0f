'use client'
import type { Environment, UserResource } from '@latchkey/js'
import { useState } from 'react'
import { useLook } from '../appearance/look.tsx'
import { ownProblem } from '../flow/problem.ts'
import { NameFields } from '../parts/name-fields.tsx'
import { TextButton } from '../parts/buttons.tsx'
import { useAccountWords } from '../words/account.ts'
import { useWords } from '../words/words.ts'
import { Section, useSay } from './section.tsx'
import { SmallForm } from './small-form.tsx'
import { useOwnAction } from './use-own-action.ts'

/** What the section is drawn from. */
export interface UsernameSectionProps {
  readonly user: UserResource
  readonly setting: Environment['username']
}

/** The name to sign in with: chosen, changed, and given up where nobody insists on one. */
export function UsernameSection({ user, setting: { required } }: UsernameSectionProps) {
  const { el } = useLook()
  const words = useWords()
  const profile = useAccountWords()
  const action = useOwnAction()
  const say = useSay()
  const [open, setOpen] = useState<'change' | 'remove' | null>(null)
  const { username } = user
  const change = (to: string | null, told: string) =>
    void action.run(async () => {
      await user.update({ username: to })
      setOpen(null)
      say(told)
    })
  const submit = (data: FormData) => {
    const typed = String(data.get('username') ?? '').trim()
    if (typed === '') action.fail(ownProblem('missing', 'username'))
    else change(typed, profile.saved)
  }
  return (
    <Section id="username" title={words.field.username}>
      {open === 'change' ? (
        <SmallForm action={action} label={profile.save} onSubmit={submit} onCancel={() => setOpen(null)} fields={['username']}>
          <NameFields
            names={[{ field: 'username', required: true }]}
            values={{ firstName: '', lastName: '', username: username ?? '' }}
            problem={action.problem}
            autoFocus
          />
        </SmallForm>
      ) : open === 'remove' ? (
        <SmallForm
          action={action}
          label={profile.remove}
          danger
          asks
          onSubmit={() => change(null, profile.removed(username ?? ''))}
          onCancel={() => setOpen(null)}
        >
          <p>{profile.removeAsk(username ?? '')}</p>
        </SmallForm>
      ) : (
        <div {...el('profileSectionItem', 'username')}>
          <p {...el('profileSectionItemText')}>
            <span>{username ?? profile.noUsername}</span>
          </p>
          <span {...el('profileSectionItemActions')}>
            <TextButton of="profileSectionPrimaryButton" data-opens="" aria-label={profile.editUsername} onClick={() => setOpen('change')}>
              {profile.edit}
            </TextButton>
            {username !== null && !required && (
              <TextButton of="profileSectionItemAction" aria-label={profile.removeOf(username)} onClick={() => setOpen('remove')}>
                {profile.remove}
              </TextButton>
            )}
          </span>
        </div>
      )}
    </Section>
  )
}
