'use client'
import type { UserResource } from '@latchkey/js'
import { useLatchkey, useUrls } from '@latchkey/react'
import { useState } from 'react'
import { useLook } from '../appearance/look.tsx'
import { Field } from '../parts/field.tsx'
import { TextButton } from '../parts/buttons.tsx'
import { useAccountWords } from '../words/account.ts'
import { Section } from './section.tsx'
import { SmallForm } from './small-form.tsx'
import { useOwnAction } from './use-own-action.ts'

/** The end of an account, for those who typed that they mean it. */
export function DangerSection({ user }: { readonly user: UserResource }) {
  const { el } = useLook()
  const profile = useAccountWords()
  const latchkey = useLatchkey()
  const { afterSignOutUrl } = useUrls()
  const action = useOwnAction()
  const [asking, setAsking] = useState(false)
  const [mistyped, setMistyped] = useState(false)
  const phrase = profile.deletePhrase
  const submit = (data: FormData) => {
    const typed = String(data.get('confirmation') ?? '')
      .trim()
      .toLowerCase()
    setMistyped(typed !== phrase)
    if (typed !== phrase) return
    void action.run(async () => {
      await user.delete()
      await latchkey.reload()
      await latchkey.navigate(afterSignOutUrl)
    })
  }
  return (
    <Section id="danger" title={profile.danger}>
      {asking ? (
        <SmallForm action={action} label={profile.delete} danger onSubmit={submit} onCancel={() => setAsking(false)} fields={[]}>
          <Field
            id="confirmation"
            name="confirmation"
            label={profile.deleteAsk(phrase)}
            autoComplete="off"
            spellCheck={false}
            required
            autoFocus
            error={mistyped ? profile.deleteWrong(phrase) : null}
          />
        </SmallForm>
      ) : (
        <div {...el('profileSectionItem', 'danger')}>
          <p {...el('profileSectionItemText')}>{profile.deleteText}</p>
          <TextButton of="profileSectionItemAction" data-danger="" data-opens="" onClick={() => setAsking(true)}>
            {profile.delete}
          </TextButton>
        </div>
      )}
    </Section>
  )
}
