'use client'
import type { UserResource } from '@latchkey/js'
import { useLatchkey, useUrls } from '@latchkey/react'
import { useState } from 'react'
import { useLook } from '../appearance/look.tsx'
import { ownProblem } from '../flow/problem.ts'
import { Field } from '../parts/field.tsx'
import { TextButton } from '../parts/text-button.tsx'
import { useWords } from '../words/words.ts'
import { Section } from './section.tsx'
import { SmallForm } from './small-form.tsx'
import { useAction } from './use-action.ts'

/** The end of an account, for those who typed that they mean it. */
export function DangerSection({ user }: { readonly user: UserResource }) {
  const { el } = useLook()
  const words = useWords()
  const latchkey = useLatchkey()
  const { afterSignOutUrl } = useUrls()
  const action = useAction()
  const [asking, setAsking] = useState(false)
  const phrase = words.profile.deletePhrase
  const submit = (data: FormData) => {
    const typed = String(data.get('confirmation') ?? '').trim().toLowerCase()
    if (typed !== phrase) return action.fail(ownProblem('missing'))
    void action.run(async () => {
      await user.delete()
      await latchkey.reload()
      await latchkey.navigate(afterSignOutUrl)
    })
  }
  return (
    <Section id="danger" title={words.profile.danger}>
      {asking ? (
        <SmallForm action={action} label={words.profile.delete} danger onSubmit={submit} onCancel={() => setAsking(false)} fields={[]}>
          <Field id="confirmation" name="confirmation" label={words.profile.deleteAsk(phrase)} autoComplete="off" spellCheck={false} required autoFocus />
        </SmallForm>
      ) : (
        <div {...el('profileSectionItem', 'danger')}>
          <p {...el('profileSectionItemText')}>
            <span>{words.profile.delete}</span>
            <span>{words.profile.deleteText}</span>
          </p>
          <TextButton of="profileSectionItemAction" data-danger="" onClick={() => setAsking(true)}>
            {words.profile.delete}
          </TextButton>
        </div>
      )}
    </Section>
  )
}
